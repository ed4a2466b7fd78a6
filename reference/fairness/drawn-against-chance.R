# Reference values of the exact test of who was drawn: Rscript reference/fairness/drawn-against-chance.R
# Strata: the hypergeometric distributions of R's stats package put together with convolve(). Tickets: every ticket counted.
point <- function(g, o, n) { k <- 0:min(g, n); list(least = max(0, n - o), p = dhyper(max(0, n - o):min(g, n), g, o, n)) }
together <- function(a, b) list(least = a$least + b$least, p = convolve(a$p, rev(b$p), type = "open"))
answer <- function(d, seen) {
  k <- d$least + seq_along(d$p) - 1; s <- d$p[k == seen]
  c(expected = sum(k * d$p), asFew = sum(d$p[k <= seen]), asMany = sum(d$p[k >= seen]), twoSided = sum(d$p[d$p <= s * (1 + 1e-7)]))
}
show <- function(name, x) cat(name, sprintf("%s=%.15g", names(x), x), "\n")
# Two strata of one lottery: 8 of 60 in one and 6 of 40 in the other are of the group; 12 and 20 drawn, 0 and 1 of the group.
show("strata", answer(together(point(8, 52, 12), point(6, 34, 20)), 1))
# Ricci v. DeStefano (2009), lieutenants, Black against White candidates: 6 of 19, 25 of 43; the last line is fisher.test.
show("lieutenants", answer(point(19, 43, 31), 6))
show("fisher", c(p = fisher.test(matrix(c(6, 13, 25, 18), 2))$p.value))
# Ten tickets of three seats with a quota; people A to F; the group is A, B and C; ticket 7 (A, B, C) came up.
tickets <- c("ADE", "ADF", "BDE", "BEF", "CDF", "CEF", "ABC", "ABD", "BCE", "ACF")
k <- sapply(strsplit(tickets, ""), function(t) sum(t %in% c("A", "B", "C")))
d <- list(least = min(k), p = as.numeric(table(factor(k, min(k):max(k)))) / length(k))
show("tickets", answer(d, 3))
# The same draw twice, of which the second gave one of the group.
show("twice", answer(together(d, d), 4))
