[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/filtres.ftl" as filtres]

[#-- What the directory and the map are asked: the same filters, the same set. --]
[#function asked]
  [#local famille = filtres.word("familles", ctx.famille!"") domaine = filtres.word("themes", ctx.domaine!"") commune = filtres.word("communes", ctx.commune!"")]
  [#local words = filtres.typed(ctx.q!"")]
  [#local filters = filtres.chosen("famille", famille) + filtres.chosen("domaines", domaine) + filtres.chosen("commune", commune)]
  [#local choice = []]
  [#list [famille, domaine, commune] as one][#if one.titre??][#local choice += [one.titre]][/#if][/#list]
  [#local ticks = {}]
  [#list ["adherent", "partenaire", "accueil"] as name]
    [#local on = (ctx[name]!"")?string == "oui"]
    [#local ticks += {name: on}]
    [#if on]
      [#local filters += {(name == "accueil")?then("accueilPublic", name): "true"}]
      [#local choice += [i18n["acteurs.filtres." + name]]]
    [/#if]
  [/#list]
  [#if words?has_content]
    [#local filters += {"@words": words}]
    [#local choice += ["« " + host.text(words) + " »"]]
  [/#if]
  [#return {
    "famille": famille, "domaine": domaine, "commune": commune, "words": words, "ticks": ticks,
    "unknown": famille.unknown?? || domaine.unknown?? || commune.unknown??,
    "filters": filters, "filtered": filters?has_content, "choice": choice,
    "query": filtres.query({
      "q": words, "famille": famille.@name!"", "domaine": domaine.@name!"", "commune": commune.@name!"",
      "adherent": ticks.adherent?then("oui", ""), "partenaire": ticks.partenaire?then("oui", ""), "accueil": ticks.accueil?then("oui", "")
    })
  }]
[/#function]

[#macro form address asked]
[@filtres.form address asked.filtered i18n["acteurs.filtres"]]
  [@filtres.search "q" i18n["acteurs.filtres.q"] asked.words /]
  [@filtres.words "famille" i18n["acteurs.filtres.famille"] "familles" asked.famille i18n["acteurs.filtres.famille.tous"] /]
  [@filtres.words "domaine" i18n["acteurs.filtres.domaine"] "themes" asked.domaine i18n["acteurs.filtres.domaine.tous"] /]
  [@filtres.words "commune" i18n["acteurs.filtres.commune"] "communes" asked.commune i18n["acteurs.filtres.commune.tous"] /]
  [#list asked.ticks as name, on][@filtres.tick name i18n["acteurs.filtres." + name] on /][/#list]
  [#nested]
[/@filtres.form]
[/#macro]
