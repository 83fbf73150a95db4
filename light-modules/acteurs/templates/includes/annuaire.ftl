[#import "/portail/templates/includes/choix.ftl" as choix]

[#-- What the directory and the map are asked: the same filters, the same set. --]
[#function filters]
  [#return [
    choix.ofSearch("q", "@words"),
    choix.ofWords("famille", "famille", "familles"),
    choix.ofWords("domaine", "domaines", "themes"),
    choix.ofPlaces("commune", "commune"),
    choix.ofTick("adherent", "adherent"),
    choix.ofTick("partenaire", "partenaire"),
    choix.ofTick("accueil", "accueilPublic")
  ]]
[/#function]
