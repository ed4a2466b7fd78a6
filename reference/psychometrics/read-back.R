# Reads every output of audit, calibrate, score and dif back into R, and holds the formats to one another.
# Not a test, because it needs R with jsonlite: run it by hand after a change to a format.
#
#   Rscript reference/psychometrics/read-back.R            an exam made here
#   Rscript reference/psychometrics/read-back.R FILE ...   a file, with the options of the audit after it
#
# Where mirt is installed, it also loads the parameters of `calibrate --format mirt`.
library(jsonlite)
evenhand <- file.path("bin", "evenhand")
args <- commandArgs(trailingOnly = TRUE)
place <- tempfile("read-back"); dir.create(place)

if (length(args) == 0) {
  set.seed(1)
  theta <- rnorm(600); b <- seq(-2, 2, length.out = 15)
  answers <- sapply(b, function(at) as.integer(runif(600) < plogis(1.2 * (theta - at))))
  colnames(answers) <- paste0("q", 1:15)
  exam <- data.frame(id = sprintf("0%03d", 1:600), sex = rep(c("f", "m, other"), 300),
                     age = sample(20:60, 600, TRUE), window = rep(1:2, each = 300), answers)
  file <- file.path(place, "exam.csv")
  write.csv(exam, file, row.names = FALSE, quote = TRUE)
  groups <- c("--group", "sex", "--focal", "f")
  reading <- c("--id", "id")
  args <- c(file, reading, groups, "--covariate", "age", "--window", "window", "--cut", "8", "--fit")
} else {
  at <- which(args == "--group")
  groups <- if (length(at) == 0) character() else args[at[1]:min(length(args), at[1] + 3)]
  reading <- character()
}
file <- args[1]

run <- function(command, words, ending) {
  out <- file.path(place, paste0(command, ".", ending))
  status <- system2(evenhand, c(command, shQuote(words), "--out", out))
  stopifnot(status == 0)
  out
}
same <- function(one, other) {
  found <- all.equal(as.numeric(one), as.numeric(other), tolerance = 1e-12)
  if (!isTRUE(found)) stop(found)
}

report <- fromJSON(run("audit", args, "json"))
long <- read.csv(run("audit", args, "csv"), stringsAsFactors = FALSE)
stopifnot(is.numeric(long$value), is.data.frame(report$items))
column <- function(part, name) long$value[long$table == part & long$measure == name]
same(column("items", "difficulty"), report$items$difficulty)
same(column("reliability", "alpha"), report$reliability$alpha)
if (is.data.frame(report$dif)) same(column("dif", "statistic"), as.numeric(report$dif$statistic))
cat("audit:", nrow(report$items), "items,", nrow(long), "numbers in CSV\n")

for (model in c("rasch", "2pl")) {
  words <- c(file, reading, "--model", model)
  fit <- fromJSON(run("calibrate", words, "json"))
  rows <- read.csv(run("calibrate", words, "csv"), stringsAsFactors = FALSE)
  same(rows$b, fit$items$b); same(rows$logLik[1], fit$logLik); stopifnot(is.logical(rows$converged))
  pars <- read.csv(run("calibrate", c(words, "--format", "mirt"), "mirt.csv"), stringsAsFactors = FALSE)
  stopifnot(all(c("group", "item", "name", "value", "est") %in% names(pars)), is.numeric(pars$value))
  cat("calibrate:", model, nrow(rows), "items,", nrow(pars), "rows of parameters\n")
}

for (method in c("eap", "ml", "wle")) {
  words <- c(file, reading, "--method", method, "--fit")
  scores <- fromJSON(run("score", words, "json"))$people
  rows <- read.csv(run("score", words, "csv"), colClasses = c(id = "character"))
  same(rows$score, as.numeric(scores$score)); stopifnot(identical(rows$id, scores$id), is.numeric(rows$fit))
  cat("score:", method, nrow(rows), "people\n")
}

methods <- c("mantel-haenszel", "standardization", "logistic", "breslow-day", "sibtest", "crossing-sibtest", "lord",
             "raju", "likelihood-ratio", "generalized-mantel-haenszel", "generalized-logistic", "mantel",
             "ordinal-logistic", "empirical-bayes", "delta-plot")
for (method in if (length(groups) == 0) character() else methods) {
  words <- c(file, reading, groups, "--method", method)
  found <- fromJSON(run("dif", words, "json"))$dif
  rows <- read.csv(run("dif", words, "csv"), stringsAsFactors = FALSE)
  same(as.numeric(rows$statistic), as.numeric(found$statistic))
  stopifnot(nrow(rows) == nrow(found), identical(rows$item, found$item))
  cat("dif:", method, nrow(rows), "rows\n")
}

if (requireNamespace("mirt", quietly = TRUE)) {
  pars <- read.csv(run("calibrate", c(file, reading, "--model", "2pl", "--format", "mirt"), "pars.csv"))
  items <- unique(pars$item[pars$item != "GROUP"])
  loaded <- mirt::mirt(read.csv(file)[, items], 1, itemtype = "2PL", pars = pars, TOL = NaN, verbose = FALSE)
  same(mirt::extract.mirt(loaded, "logLik"), fromJSON(run("calibrate", c(file, reading, "--model", "2pl"), "json"))$logLik)
  cat("mirt: parameters loaded\n")
}
unlink(place, recursive = TRUE)
