//! Learning a linear chain: probabilities forwards and backwards, and weights that follow the loss (FTRL-Proximal, after McMahan et al. 2013).

use crate::recognize::names::features::FEATURES;

/// A run of tokens with their features and what they are.
#[derive(Default)]
pub struct Run {
    /// The features of all tokens, one after the other.
    pub features: Vec<u32>,
    /// Where each token's features end.
    pub ends: Vec<usize>,
    /// What each token is; none where nothing is learnt from it.
    pub tags: Vec<Option<u8>>,
    /// Whether its text is typed with capitals as usual.
    pub cased: bool,
}

impl Run {
    fn features(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|it| self.ends.get(it)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.features.get(start..*end)).unwrap_or(&[])
    }
}

/// How learning goes.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How fast weights move.
    pub rate: f32,
    /// How much evidence a weight needs before it counts.
    pub sparse: f32,
    /// How strongly weights are pulled back.
    pub small: f32,
    /// How much more a missed name costs than a false one.
    pub missed: f64,
    /// The same where capitals don't tell.
    pub missed_small: f64,
}

/// The weights while they are learnt.
pub struct Learner {
    settings: Settings,
    /// For each feature, for the first and for a later word of a name: the sum of gradients, and of their squares.
    sums: Vec<[f32; 2]>,
    squares: Vec<[f32; 2]>,
    /// Features that are no longer learnt.
    closed: Vec<bool>,
    steps: [[f64; 3]; 4],
    step_squares: [[f64; 3]; 4],
}

type Scores = [f64; 3];

/// A feature with its weights for the first and for a later word of a name.
pub type Weight = (u32, [f32; 2]);

impl Learner {
    /// A learner that knows nothing.
    pub fn new(settings: Settings) -> Learner {
        let size = FEATURES as usize;
        let mut steps = [[0.0; 3]; 4];
        // Nothing is inside of a name without its first word.
        for row in [0, 3] {
            if let Some(it) = steps.get_mut(row).and_then(|it: &mut Scores| it.get_mut(2)) {
                *it = -30.0;
            }
        }
        Learner {
            settings,
            sums: vec![[0.0; 2]; size],
            squares: vec![[0.0; 2]; size],
            closed: vec![false; size],
            steps,
            step_squares: [[1.0; 3]; 4],
        }
    }

    fn weight(&self, feature: usize) -> [f32; 2] {
        let (Some(sums), Some(squares), Some(false)) =
            (self.sums.get(feature), self.squares.get(feature), self.closed.get(feature))
        else {
            return [0.0; 2];
        };
        let Settings { rate, sparse, small, .. } = self.settings;
        let one = |sum: f32, square: f32| {
            if sum.abs() <= sparse {
                0.0
            } else {
                (sparse * sum.signum() - sum) / ((1.0 + square.sqrt()) / rate + small)
            }
        };
        [one(sums[0], squares[0]), one(sums[1], squares[1])]
    }

    /// Learns from one run.
    pub fn learn(&mut self, run: &Run) {
        let count = run.ends.len();
        let scores: Vec<Scores> = (0..count).map(|at| self.scores(run, at)).collect();
        let (forward, backward, total) = self.sums_of_ways(&scores);
        let mut step_gradients = [[0.0; 3]; 4];
        for at in 0..count {
            let (Some(ahead), Some(behind)) = (forward.get(at), backward.get(at)) else { continue };
            let Some(Some(gold)) = run.tags.get(at) else { continue };
            let gold = usize::from(*gold);
            let share = |tag: usize| (ahead[tag] + behind[tag] - total).exp();
            let gradient = [1, 2].map(|tag| share(tag) - f64::from(gold == tag));
            if gradient.iter().any(|it| it.abs() > 1e-3) {
                for feature in run.features(at) {
                    self.update(*feature as usize, gradient);
                }
            }
            self.step_gradient(run, at, &scores, &forward, &backward, total, &mut step_gradients);
        }
        for ((weights, squares), gradients) in self.steps.iter_mut().zip(&mut self.step_squares).zip(&step_gradients) {
            for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradients) {
                if *weight > -20.0 {
                    *square += gradient * gradient;
                    *weight -= 0.1 * gradient / square.sqrt();
                }
            }
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the whole of a chain at once")]
    fn step_gradient(
        &self,
        run: &Run,
        at: usize,
        scores: &[Scores],
        forward: &[Scores],
        backward: &[Scores],
        total: f64,
        out: &mut [[f64; 3]; 4],
    ) {
        let Some(Some(to)) = run.tags.get(at) else { return };
        let Some(before) = at.checked_sub(1) else {
            for tag in 0..3 {
                out[3][tag] += (forward[0][tag] + backward[0][tag] - total).exp() - f64::from(usize::from(*to) == tag);
            }
            return;
        };
        let Some(Some(from)) = run.tags.get(before) else { return };
        for one in 0..3 {
            for other in 0..3 {
                let share = (forward[before][one] + self.steps[one][other] + scores[at][other] + backward[at][other]
                    - total)
                    .exp();
                out[one][other] += share - f64::from(usize::from(*from) == one && usize::from(*to) == other);
            }
        }
    }

    fn scores(&self, run: &Run, at: usize) -> Scores {
        let mut out = [0.0; 3];
        for feature in run.features(at) {
            let weight = self.weight(*feature as usize);
            out[1] += f64::from(weight[0]);
            out[2] += f64::from(weight[1]);
        }
        // A missed name costs more: what is wrong looks better while learning.
        if matches!(run.tags.get(at), Some(Some(1 | 2))) {
            out[0] += if run.cased { self.settings.missed } else { self.settings.missed_small };
        }
        out
    }

    /// The logarithm of the sum of all ways to and from each tag, and of all ways.
    fn sums_of_ways(&self, scores: &[Scores]) -> (Vec<Scores>, Vec<Scores>, f64) {
        let count = scores.len();
        let mut forward: Vec<Scores> = Vec::with_capacity(count);
        for (at, own) in scores.iter().enumerate() {
            let mut next = [0.0; 3];
            for tag in 0..3 {
                next[tag] = own[tag]
                    + match at.checked_sub(1).and_then(|it| forward.get(it)) {
                        None => self.steps[3][tag],
                        Some(before) => log_sum([0, 1, 2].map(|from| before[from] + self.steps[from][tag])),
                    };
            }
            forward.push(next);
        }
        let mut backward = vec![[0.0; 3]; count];
        for at in (1..count).rev() {
            for tag in 0..3 {
                backward[at - 1][tag] =
                    log_sum([0, 1, 2].map(|to| self.steps[tag][to] + scores[at][to] + backward[at][to]));
            }
        }
        let total = forward.last().map_or(0.0, |it| log_sum(*it));
        (forward, backward, total)
    }

    fn update(&mut self, feature: usize, gradient: [f64; 2]) {
        if self.closed.get(feature) != Some(&false) {
            return;
        }
        let weight = self.weight(feature);
        let (Some(sums), Some(squares)) = (self.sums.get_mut(feature), self.squares.get_mut(feature)) else { return };
        for tag in 0..2 {
            let gradient = gradient[tag] as f32;
            let grown = squares[tag] + gradient * gradient;
            let sigma = (grown.sqrt() - squares[tag].sqrt()) / self.settings.rate;
            sums[tag] += gradient - sigma * weight[tag];
            squares[tag] = grown;
        }
    }

    /// Keeps the `count` heaviest features; the others are learnt no longer, and these freely.
    pub fn keep(&mut self, count: usize) {
        let size = |weight: [f32; 2]| weight[0].abs().max(weight[1].abs());
        let mut all: Vec<(f32, usize)> =
            (0..self.sums.len()).map(|it| (size(self.weight(it)), it)).filter(|it| it.0 > 0.0).collect();
        all.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let kept: std::collections::BTreeSet<usize> = all.iter().take(count).map(|it| it.1).collect();
        for (at, closed) in self.closed.iter_mut().enumerate() {
            *closed = !kept.contains(&at);
        }
    }

    /// All features with a weight, ascending, and the steps.
    pub fn weights(&self) -> (Vec<Weight>, [Scores; 4]) {
        let all = (0..self.sums.len()).map(|it| (it as u32, self.weight(it))).filter(|it| it.1 != [0.0; 2]);
        (all.collect(), self.steps)
    }
}

fn log_sum(values: [f64; 3]) -> f64 {
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + values.iter().map(|it| (it - most).exp()).sum::<f64>().ln()
}
