# Counts the values of an export, a line each: kind, variable, value, count. Before them a label.
# usage: Rscript count.R FOLDER
source(file.path(commandArgs(trailingOnly = TRUE), "draagkracht.R"), chdir = TRUE)

label <- attr(wide$t1_res_burden_finances, "label")
stopifnot(Encoding(label) == "UTF-8" || l10n_info()[["UTF-8"]])
cat(iconv(label, "UTF-8", "ASCII", sub = "byte"), "\n", sep = "")

stopifnot(
  is.ordered(wide$t1_res_competences_1),
  identical(levels(wide$t1_res_burden_finances)[c(1, 5)], c("Geen", "Zeer veel")),
  identical(levels(lists$rater), c("Inwoner", "Professional")),
  identical(levels(answers$missing), c("Niet gevraagd", "Weet ik niet", "Wil ik niet zeggen")),
  nrow(answers) == sum(ifelse(lists$rater == "Inwoner", 23, 20))
)

lines <- function(kind, name, values) {
  counts <- table(values)
  if (length(counts)) cat(paste(kind, name, names(counts), counts, sep = "\t"), sep = "\n")
}
for (name in setdiff(names(wide)[sapply(wide_codes, is.numeric)], c("case_id", "person"))) {
  codes <- wide_codes[[name]]
  lines("valid", name, codes[!is.na(wide[[name]])])
  lines("missing", name, codes[is.na(wide[[name]]) & !is.na(codes)])
}
