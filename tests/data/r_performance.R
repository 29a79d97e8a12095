# Values from R for tests of performance. Run from the repository root:
#   Rscript tests/data/r_performance.R > tests/data/r_performance.json
# Debian packages: r-base-core r-cran-jsonlite
RNGversion("3.6.0")
set.seed(20260101)

# An invented study: 40 customers rate four pillars 1-5, some leave some out; six colleagues score them.
n <- 40
ratings <- sapply(c(2.4, 3.1, 3.6, 4.2), function(m) pmin(5, pmax(1, round(rnorm(n, m, 0.9)))))
ratings[cbind(c(1, 5, 9, 9, 17, 30), c(1, 2, 2, 3, 4, 1))] <- NA
scores <- matrix(c(4, 5, 4, 4, 3, 4, 3, 3, 4, 2, 3, 3, 4, 4, 4, 4, 4, 4, 3, 4, 2, 5, 4, 3), 6)
values <- list()
add <- function(name, call) values[[name]] <<- list(call = call, value = eval(parse(text = call)))

add("mean_interval", "apply(ratings, 2, function(x) c(mean(x, na.rm = TRUE), t.test(x)$conf.int))")
add("welch", "sapply(1:4, function(j) { w <- t.test(scores[, j], ratings[, j]); c(mean(scores[, j]) - mean(ratings[, j], na.rm = TRUE), w$conf.int, w$statistic, w$parameter, w$p.value) })")
add("welch_holm", "p.adjust(sapply(1:4, function(j) t.test(scores[, j], ratings[, j])$p.value), 'holm')")
add("fixed", "sapply(1:4, function(j) { w <- t.test(ratings[, j], mu = mean(scores[1:3, j])); c(mean(scores[1:3, j]) - w$estimate, rev(mean(scores[1:3, j]) - w$conf.int), -w$statistic, w$parameter, w$p.value) })")
add("complete_covariance", "cov(ratings[complete.cases(ratings), ]) / sum(complete.cases(ratings))")

cat(jsonlite::toJSON(list(made_with = R.version.string, data = list(ratings = ratings, scores = scores), values = values),
                     digits = NA, auto_unbox = TRUE, na = "null"), "\n")
