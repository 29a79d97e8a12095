# Values from R for tests/core/statistics. Run from the repository root:
#   Rscript tests/data/r_reference.R > tests/data/r_reference.json
# Debian packages: r-base-core r-cran-jsonlite r-cran-vegan r-cran-survey r-cran-pwr r-cran-survival
suppressPackageStartupMessages({
  library(survey)
  library(survival)
})
options(warn = 1)
RNGversion("3.6.0")
set.seed(20240229)

# An invented study: 60 people rank five pillars with different taste in three cohorts; weights; ratings with ties.
n <- 60; k <- 5
cohort <- rep(c(0, 1, 2), c(15, 20, 25))
worth <- rbind(c(1.2, 0.8, 0.2, 0, -0.4), c(0.4, 0.9, 0.5, -0.3, -0.6), c(1.0, 0.1, 0.9, 0.1, -0.8))
ranks <- t(sapply(1:n, function(i) rank(-(worth[cohort[i] + 1, ] - log(rexp(k))))))
weights <- round(runif(n, 0.4, 2.5), 2)
ratings <- matrix(sample(1:5, n * k, replace = TRUE, prob = c(1, 2, 3, 4, 3)), n)
rating_ranks <- t(apply(-ratings, 1, rank))
values <- list()
add <- function(name, call) values[[name]] <<- list(call = call, value = eval(parse(text = call)))

# Samples and power
add("power_gap_100", "power.t.test(n = 100, delta = 1, sd = sqrt(2 * 99 / 12 * 10 / 9), type = 'paired', strict = TRUE)$power")
add("power_gap_144", "power.t.test(n = 144, delta = 1, sd = sqrt(2 * 99 / 12 * 10 / 9), type = 'paired', strict = TRUE)$power")
add("power_gap_12_of_5", "power.t.test(n = 12, delta = 0.4, sd = sqrt(2 * 24 / 12 * 5 / 4), type = 'paired', strict = TRUE)$power")
add("sample_gap_exact", "power.t.test(power = 0.8, delta = 1, sd = sqrt(2 * 99 / 12 * 10 / 9), type = 'paired', strict = TRUE)$n")
add("sample_cohort_exact", "power.t.test(power = 0.8, delta = 1, sd = sqrt(99 / 12), strict = TRUE)$n")
add("power_cohort_unequal", "pwr::pwr.t2n.test(n1 = 40, n2 = 110, d = 1 / sqrt(99 / 12))$power")
add("power_cohort_bonferroni", "power.t.test(n = 150, delta = 1, sd = sqrt(99 / 12), sig.level = 0.005, strict = TRUE)$power")
power <- function(df, ncp, tail) { q <- qt(tail, df, lower = FALSE); pt(q, df, ncp, lower = FALSE) + pt(-q, df, ncp) }
add("power_in_the_tails", "c(power(10, 7, .0005), power(1, 7, .0005), power(50, 7, .005), power(383, 3, .0005), power(20, 0, .025))")
add("sample_shares_50_60", "power.prop.test(p1 = 0.5, p2 = 0.6, power = 0.8)$n")
add("sample_shares_30_45", "power.prop.test(p1 = 0.3, p2 = 0.45, power = 0.8)$n")
add("invitations_385", "385 + qnbinom(0.9, 385, 0.1)")
add("invitations_385_25", "385 + qnbinom(0.9, 385, 0.25)")
add("invitations_100", "100 + qnbinom(0.95, 100, 0.05)")
add("invitations_7", "7 + qnbinom(0.99, 7, 0.3)")

# Intervals
add("wilson_0_30", "as.numeric(prop.test(0, 30, correct = FALSE)$conf.int)")
add("wilson_3_10", "as.numeric(prop.test(3, 10, correct = FALSE)$conf.int)")
add("wilson_50_100", "as.numeric(prop.test(50, 100, correct = FALSE)$conf.int)")
add("wilson_231_385", "as.numeric(prop.test(231, 385, correct = FALSE)$conf.int)")
add("wilson_231_385_at_99", "as.numeric(prop.test(231, 385, conf.level = 0.99, correct = FALSE)$conf.int)")
add("mean_interval_pillar_1", "as.numeric(t.test(ranks[, 1])$conf.int)")

# Moments: the survey package's linearised covariance
design <- svydesign(ids = ~1, weights = weights, data = data.frame(ranks))
simple <- svydesign(ids = ~1, weights = rep(1, n), data = data.frame(ranks))
finite <- svydesign(ids = ~1, weights = rep(1, n), fpc = rep(200, n), data = data.frame(ranks))
add("mean", "as.numeric(coef(svymean(~X1 + X2 + X3 + X4 + X5, simple)))")
add("covariance", "unname(matrix(vcov(svymean(~X1 + X2 + X3 + X4 + X5, simple)), k))")
add("weighted_mean", "as.numeric(coef(svymean(~X1 + X2 + X3 + X4 + X5, design)))")
add("weighted_covariance", "unname(matrix(vcov(svymean(~X1 + X2 + X3 + X4 + X5, design)), k))")
add("finite_covariance", "unname(matrix(vcov(svymean(~X1 + X2 + X3 + X4 + X5, finite)), k))")

# Critical value of all pairwise comparisons of independent means: the studentised range
add("critical_4", "qtukey(0.95, 4, Inf) / sqrt(2)")
add("critical_10", "qtukey(0.95, 10, Inf) / sqrt(2)")

# Agreement
friedman <- function(x) as.numeric(friedman.test(x)$statistic)
add("friedman_ranks", "friedman(ranks)")
add("friedman_ratings", "friedman(rating_ranks)")
global <- function(x) {
  s <- vegan::kendall.global(t(x), nperm = 1)$Concordance_analysis
  list(w = s["W", 1], f = s["F", 1], p_value = s["Prob.F", 1], chi_square = s["Chi2", 1])
}
add("kendall_global_ranks", "global(ranks)")
add("kendall_global_ratings", "global(rating_ranks)")
add("kendall_global_six", "global(ranks[1:6, ])")
add("mean_spearman_ranks", "{ s <- cor(t(ranks), method = 'spearman'); mean(s[upper.tri(s)]) }")
add("tau_b_ranks_3_7", "cor(ranks[3, ], ranks[7, ], method = 'kendall')")
add("tau_b_ratings_3_7", "cor(rating_ranks[3, ], rating_ranks[7, ], method = 'kendall')")
add("spearman_ratings_3_7", "cor(rating_ranks[3, ], rating_ranks[7, ], method = 'spearman')")
other <- c(4, 3, 2, 1, 8, 7, 6, 5, 9, 10)
add("tau_12_inversions", "cor(1:10, other, method = 'kendall')")
add("tau_chance_12_inversions", "cor.test(1:10, other, method = 'kendall', alternative = 'greater', exact = TRUE)$p.value")

# Several tests
p <- c(.001, .008, .012, .04, .2, .041, .5, .9, .049, .0001)
add("holm", "p.adjust(p, 'holm')")
add("benjamini_hochberg", "p.adjust(p, 'BH')")

# Cohorts
kw <- function(x) apply(x, 2, function(v) as.numeric(kruskal.test(v, factor(cohort))$statistic))
kw_p <- function(x) apply(x, 2, function(v) kruskal.test(v, factor(cohort))$p.value)
add("kruskal_ranks", "kw(ranks)")
add("kruskal_ranks_p", "kw_p(ranks)")
add("kruskal_ratings", "kw(ratings)")
add("kruskal_ratings_p", "kw_p(ratings)")
pillai <- function(x) summary(manova(x[, -k] ~ factor(cohort)), test = "Pillai")$stats[1, "Pillai"]
add("q_ranks_by_pillai", "(n - 1) * pillai(ranks)")
add("q_ranks_p", "pchisq((n - 1) * pillai(ranks), 2 * (k - 1), lower.tail = FALSE)")
full <- svydesign(ids = ~1, strata = ~cohort, weights = weights, data = data.frame(ranks, cohort))
wald <- function() {
  parts <- lapply(0:2, function(g) svymean(~X1 + X2 + X3 + X4, subset(design_g, cohort == g)))
  d <- c(coef(parts[[1]]) - coef(parts[[3]]), coef(parts[[2]]) - coef(parts[[3]]))
  v3 <- vcov(parts[[3]]); v <- rbind(cbind(vcov(parts[[1]]) + v3, v3), cbind(v3, vcov(parts[[2]]) + v3))
  as.numeric(d %*% solve(v) %*% d)
}
design_g <- full
add("wald_ranks", "wald()")
add("welch_cohort_0_pillar_1", "as.numeric(t.test(ranks[cohort == 0, 1], ranks[cohort != 0, 1])$conf.int)")

# Plackett-Luce as an exploded logit: Cox regression with one stratum a respondent, no ties
long <- data.frame(id = rep(1:n, each = k), item = factor(rep(1:k, n)), rank = as.vector(t(ranks)))
cox <- function(w) {
  long$w <- w
  coxph(Surv(rank, rep(1, n * k)) ~ item + strata(id) + cluster(id), data = long, weights = w, ties = "breslow",
        control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50))
}
contrast <- diag(k) - 1 / k
centred <- function(fit) as.numeric(contrast %*% c(0, coef(fit)))
centred_se <- function(v) sqrt(diag(contrast %*% rbind(0, cbind(0, v)) %*% t(contrast)))
fit <- cox(rep(1, n * k))
add("plackett_luce", "centred(fit)")
add("plackett_luce_se", "centred_se(fit$naive.var)")
add("plackett_luce_robust_se", "centred_se(fit$var)")
add("plackett_luce_log_likelihood", "fit$loglik[2]")
weighted_fit <- cox(rep(weights, each = k))
add("plackett_luce_weighted", "centred(weighted_fit)")
add("plackett_luce_weighted_robust_se", "centred_se(weighted_fit$var)")

# MaxDiff: 12 people, 6 tasks of 3 of 5 pillars; best of three, then worst of two with the sign turned
shown <- t(replicate(72, sample(1:5, 3))); task_person <- rep(1:12, each = 6)
taste <- c(0.9, 0.5, 0, -0.3, -1.1)
best <- apply(shown, 1, function(s) s[which.max(taste[s] - log(rexp(3)))])
worst <- sapply(1:72, function(i) { s <- setdiff(shown[i, ], best[i]); s[which.max(-taste[s] - log(rexp(2)))] })
stacked <- do.call(rbind, lapply(1:72, function(i) {
  s <- shown[i, ]; r <- setdiff(s, best[i])
  rbind(data.frame(id = task_person[i], set = 2 * i, time = 2 - (s == best[i]), diag(5)[s, ]),
        data.frame(id = task_person[i], set = 2 * i + 1, time = 2 - (r == worst[i]), -diag(5)[r, ]))
}))
maxdiff <- coxph(Surv(time, time == 1) ~ X2 + X3 + X4 + X5 + strata(set) + cluster(id), data = stacked,
                 ties = "breslow", control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50))
add("best_worst_logit", "centred(maxdiff)")
add("best_worst_logit_se", "centred_se(maxdiff$naive.var)")
add("best_worst_logit_robust_se", "centred_se(maxdiff$var)")
add("best_worst_logit_log_likelihood", "maxdiff$loglik[2]")

# Importance: R's attitude data
add("attitude_r_squared", "summary(lm(rating ~ ., attitude))$r.squared")
lmg <- function(x, y) {
  r2 <- function(s) if (length(s)) summary(lm(y ~ ., data.frame(x[, s, drop = FALSE])))$r.squared else 0
  m <- ncol(x)
  sapply(1:m, function(j) {
    others <- setdiff(1:m, j)
    sum(sapply(0:(2^(m - 1) - 1), function(bits) {
      s <- others[bitwAnd(bits, 2^(0:(m - 2))) > 0]
      factorial(length(s)) * factorial(m - length(s) - 1) / factorial(m) * (r2(c(s, j)) - r2(s))
    }))
  })
}
add("attitude_lmg", "lmg(attitude[, -1], attitude$rating)")
johnson <- function(x, y) {
  e <- eigen(cor(x)); root <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  as.numeric(root^2 %*% (solve(root, cor(x, y))^2))
}
add("attitude_relative_weights", "johnson(attitude[, -1], attitude$rating)")
add("attitude_spearman", "as.numeric(cor(attitude[, -1], attitude$rating, method = 'spearman'))")
resampled <- replicate(2000, {
  i <- sample(30, replace = TRUE); lmg(attitude[i, 2:4], attitude$rating[i])
})
add("attitude_lmg_of_three_resampled", "apply(resampled, 1, quantile, c(.025, .975))")

# Raking: the survey package
ages <- rep(c(0, 1, 2), c(15, 20, 25)); sexes <- rep(c(0, 1, 1), 20)
raked <- rake(svydesign(ids = ~1, weights = rep(1, n), data = data.frame(ages, sexes)), list(~ages, ~sexes),
              list(data.frame(ages = 0:2, Freq = c(20, 22, 18)), data.frame(sexes = 0:1, Freq = c(29, 31))),
              control = list(maxit = 1000, epsilon = 1e-12))
add("raked_weights", "weights(raked)")

text <- jsonlite::toJSON(list(
  made_with = list(R = R.version.string, survey = as.character(packageVersion("survey")),
                   survival = as.character(packageVersion("survival")), vegan = as.character(packageVersion("vegan"))),
  data = list(ranks = ranks, cohort = cohort, weights = weights, ratings = ratings, rating_ranks = rating_ranks,
              attitude = as.matrix(attitude), ages = ages, sexes = sexes,
              shown = shown, best = best, worst = worst, task_person = task_person),
  values = values), digits = NA, auto_unbox = TRUE)
cat(gsub('("[a-z_0-9A-Z]+":(\\{"call"|\\[))', "\n\\1", text), "\n", sep = "")
