# Rscript tests/data/r_maxdiff.R > tests/data/r_maxdiff.json
# Debian packages: r-base-core r-cran-jsonlite r-cran-survival
suppressPackageStartupMessages(library(survival))
RNGversion("3.6.0")
set.seed(20260301)

# An invented MaxDiff: 40 people, six pillars, two versions of five tasks of three, not balanced; some tasks skipped.
k <- 6; n <- 40
design <- list(rbind(c(1, 2, 3), c(1, 2, 4), c(3, 4, 5), c(4, 5, 6), c(2, 5, 6)),
               rbind(c(1, 2, 3), c(1, 3, 4), c(3, 4, 6), c(4, 5, 6), c(1, 5, 6)))
version <- sample(1:2, n, TRUE)
weights <- round(runif(n, 0.5, 2), 2)
taste <- c(0.9, 0.4, 0.1, 0, -0.4, -1)
best <- worst <- matrix(NA, n, 5)
for (i in 1:n) for (t in 1:5) if (runif(1) > 0.1) {
  s <- design[[version[i]]][t, ]
  best[i, t] <- s[which.max(taste[s] - log(rexp(3)))]
  r <- setdiff(s, best[i, t])
  worst[i, t] <- r[which.max(-taste[r] - log(rexp(2)))]
}
stacked <- NULL
for (i in 1:n) for (t in 1:5) if (!is.na(best[i, t])) {
  s <- design[[version[i]]][t, ]; r <- setdiff(s, best[i, t])
  set <- 100 * i + 10 * t
  stacked <- rbind(stacked,
    data.frame(id = i, own = weights[i], set = set, time = 2 - (s == best[i, t]), diag(k)[s, ]),
    data.frame(id = i, own = weights[i], set = set + 1, time = 2 - (r == worst[i, t]), -diag(k)[r, ]))
}
control <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)
fit <- function(w) coxph(Surv(time, time == 1) ~ X2 + X3 + X4 + X5 + X6 + strata(set) + cluster(id), data = stacked,
                         weights = w, ties = "breslow", control = control)
contrast <- diag(k) - 1 / k
centred <- function(fit) as.numeric(contrast %*% c(0, coef(fit)))
centred_se <- function(v) sqrt(diag(contrast %*% rbind(0, cbind(0, v)) %*% t(contrast)))
plain <- fit(rep(1, nrow(stacked))); weighted <- fit(stacked$own)

# The likelihood once more, without survival: worths from 0, searched by optim.
loglik <- function(free) {
  worth <- c(0, free); total <- 0
  for (i in 1:n) for (t in 1:5) if (!is.na(best[i, t])) {
    s <- design[[version[i]]][t, ]; r <- setdiff(s, best[i, t])
    total <- total + worth[best[i, t]] - log(sum(exp(worth[s]))) - worth[worst[i, t]] - log(sum(exp(-worth[r])))
  }
  total
}
searched <- optim(rep(0, k - 1), loglik, method = "BFGS", control = list(fnscale = -1, reltol = 1e-15, maxit = 1000))

away <- shown <- matrix(0, n, k)
for (i in 1:n) for (t in 1:5) if (!is.na(best[i, t])) {
  s <- design[[version[i]]][t, ]; shown[i, s] <- shown[i, s] + 1
  away[i, best[i, t]] <- away[i, best[i, t]] + 1; away[i, worst[i, t]] <- away[i, worst[i, t]] - 1
}
values <- list()
add <- function(name, call) values[[name]] <<- list(call = call, value = eval(parse(text = call)))
add("scores", "50 * (1 + ifelse(shown > 0, away / shown, NA))")
add("log_worth", "centred(plain)")
add("se", "centred_se(plain$naive.var)")
add("robust_se", "centred_se(plain$var)")
add("log_likelihood", "plain$loglik[2]")
add("searched", "as.numeric(contrast %*% c(0, searched$par))")
add("weighted_log_worth", "centred(weighted)")
add("weighted_robust_se", "centred_se(weighted$var)")

cat(jsonlite::toJSON(
  list(made_with = paste(R.version.string, "survival", packageVersion("survival")),
       data = list(design = list(design[[1]] - 1, design[[2]] - 1), version = version - 1, best = best - 1,
                   worst = worst - 1, weights = weights),
       values = values), digits = NA, auto_unbox = TRUE, na = "null"), "\n")
