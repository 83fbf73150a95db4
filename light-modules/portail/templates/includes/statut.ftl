[#-- What one should know of an item before leaving home: it is off, put off, or full. Every outlet that names one says it. --]

[#-- In a word; empty when all goes well. --]
[#function word item]
  [#local status = (item.statut)!""]
  [#return ["annule", "reporte", "complet"]?seq_contains(status)?then(i18n["evenements.statut." + status], "")]
[/#function]

[#-- A title with that word before it. title: as it is to be printed, encoded or not. --]
[#function titled item title]
  [#return word(item)?has_content?then(word(item) + "\xA0: ", "") + title]
[/#function]
