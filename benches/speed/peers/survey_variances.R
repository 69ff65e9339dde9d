# The standard errors of a weighted cross-tab of one question by eight dimensions, by the package survey: the time of
# the tables in milliseconds, then a line for each share: dimension, group, answer, standard error.
suppressMessages(library(survey))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
data$answer <- factor(data$answer)
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = data)
asked <- subset(design, !is.na(answer))
tables <- NULL
spent <- system.time(
  tables <- lapply(0:7, function(d) {
    by <- as.formula(paste0("~d", d))
    svyby(~answer, by, asked, svymean, na.rm = TRUE)
  })
)[["elapsed"]]
cat(sprintf("%.1f %s\n", 1000 * spent, packageVersion("survey")))
for (d in 0:7) {
  table <- tables[[d + 1]]
  errors <- SE(table)
  for (row in seq_len(nrow(table))) {
    for (answer in seq_len(ncol(errors))) {
      cat(sprintf("%d,%s,%d,%.17g\n", d, table[row, 1], answer - 1, errors[row, answer]))
    }
  }
}
