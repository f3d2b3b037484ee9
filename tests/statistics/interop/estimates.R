# SPDX-License-Identifier: GPL-3.0-or-later
#
# estimates.R FOLDER: works out again what write-estimates has told of random deals, by R's
# survival and stats. A line a check: ok, or FAIL with how far apart they are.

suppressPackageStartupMessages(library(survival))

folder <- commandArgs(trailingOnly = TRUE)[1]
exact <- 1e-9
# A quantile that a curve does not reach.
not_reached <- -1

read <- function(name) read.delim(file.path(folder, name))

check <- function(name, ours, theirs) {
  apart <- if (length(ours) == length(theirs)) max(abs(ours - theirs), 0) else Inf
  if (is.finite(apart) && apart <= exact) cat(sprintf("ok    %s as in R, of %d\n", name, length(ours)))
  else cat(sprintf("FAIL  %s: %g apart\n", name, apart))
}

known <- function(x) ifelse(is.na(x), not_reached, x)

# What R calls the error is that of log S.
fit_decided <- function(deals) survfit(Surv(t, fate > 0) ~ 1, deals, conf.type = "log")
fit_fates <- function(deals) {
  survfit(Surv(t, factor(fate, 0:2, c("open", "won", "lost"))) ~ 1, deals)
}

# The least day by which that share of all that are won at all are.
reach <- function(t, curve, share) {
  last <- curve[length(curve)]
  known(t[which(curve >= share * last - 1e-12)[1]])
}

points_of <- function(deals) {
  decided <- fit_decided(deals)
  fates <- fit_fates(deals)
  is_event <- decided$n.event > 0
  at <- match(decided$time[is_event], fates$time)
  data.frame(t = decided$time[is_event], s = decided$surv[is_event],
             se = (decided$surv * decided$std.err)[is_event],
             won = fates$pstate[at, which(fates$states == "won")],
             lost = fates$pstate[at, which(fates$states == "lost")])
}

times_of <- function(deals) {
  decided <- quantile(fit_decided(deals), c(0.25, 0.5, 0.75))
  points <- points_of(deals)
  data.frame(decided = known(decided$quantile), low = known(decided$lower), high = known(decided$upper),
             won = sapply(c(0.25, 0.5, 0.75), function(share) reach(points$t, points$won, share)),
             lost = sapply(c(0.25, 0.5, 0.75), function(share) reach(points$t, points$lost, share)))
}

deals <- split(read("curve-deals.tsv")[c("t", "fate")], read("curve-deals.tsv")$case)
points <- read("curve-points.tsv")
points_of_r <- do.call(rbind, lapply(deals, points_of))
# Nothing more is decided, or all are: an error of 0 that R does not know.
points_of_r$se[is.nan(points_of_r$se)] <- 0
for (column in c("t", "s", "se", "won", "lost")) {
  check(paste("curves:", column), points[[column]], points_of_r[[column]])
}
times <- read("curve-times.tsv")
times_of_r <- do.call(rbind, lapply(deals, times_of))
for (column in c("decided", "low", "high", "won", "lost")) {
  check(paste("times:", column), times[[column]], times_of_r[[column]])
}

wilson <- function(n, of) t(mapply(function(n, of) prop.test(n, of, correct = FALSE)$conf.int, n, of))

shares <- read("shares.tsv")
theirs <- wilson(shares$n, shares$of)
check("shares: low", shares$low, theirs[, 1])
check("shares: high", shares$high, theirs[, 2])

# Newcombe (1998), method 10, of these.
differences <- read("differences.tsv")
first <- wilson(differences$n1, differences$of1)
second <- wilson(differences$n2, differences$of2)
p1 <- differences$n1 / differences$of1
p2 <- differences$n2 / differences$of2
check("differences: value", differences$value, p2 - p1)
check("differences: low", differences$low, p2 - p1 - sqrt((p2 - second[, 1])^2 + (first[, 2] - p1)^2))
check("differences: high", differences$high, p2 - p1 + sqrt((second[, 2] - p2)^2 + (p1 - first[, 1])^2))

fits <- read("fits.tsv")
fitted <- lapply(split(read("fit-deals.tsv"), read("fit-deals.tsv")$case), function(deals) {
  glm(won ~ a + b, binomial, deals, control = list(epsilon = 1e-15, maxit = 100))
})
# Errors at the coefficients that were found: those of summary() are of the step before.
errors_of <- function(fit) {
  chance <- plogis(drop(model.matrix(fit) %*% coef(fit)))
  sqrt(diag(solve(crossprod(model.matrix(fit) * sqrt(chance * (1 - chance))))))
}
check("regression: coefficients", fits$coefficient, unlist(lapply(fitted, coef)))
check("regression: errors", fits$error, unlist(lapply(fitted, errors_of)))

# Stephenson, Coelho and Jolliffe (2008): by tenths, with what varies within them.
scores_of <- function(said) {
  p <- rep(said$chance, said$n)
  won <- unlist(mapply(function(n, won) rep(c(1, 0), c(won, n - won)), said$n, said$won, SIMPLIFY = FALSE))
  tenth <- floor(10 * p)
  mean_p <- ave(p, tenth)
  mean_won <- ave(won, tenth)
  within <- mean((p - mean_p)^2) - 2 * mean((p - mean_p) * (won - mean_won))
  data.frame(brier = mean((p - won)^2), reliability = mean((mean_p - mean_won)^2),
             resolution = mean((mean_won - mean(won))^2) - within, uncertainty = mean(won) * (1 - mean(won)))
}

scores <- read("scores.tsv")
theirs <- do.call(rbind, lapply(split(read("said.tsv"), read("said.tsv")$case), scores_of))
for (column in names(theirs)) {
  check(paste("forecasts:", column), scores[[column]], theirs[[column]])
}
