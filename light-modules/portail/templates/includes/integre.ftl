[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/choix.ftl" as choix]

[#--
  Pages that other sites show in a frame. One style sheet is all they ask for besides: no script, no picture, no font. Their links
  lead out of the frame. What is asked wrongly is refused in a sentence, with the status that says so.
--]

[#assign colours = ["fond", "texte", "liens"]]
[#-- The least contrast of text with what is behind it (WCAG 2.1, 1.4.3). --]
[#assign leastContrast = 4.5]
[#assign mostItems = 20 usualItems = 6]

[#-- The colours of a site as they are asked, without their sign, each of six digits or nothing. --]
[#function askedColour name]
  [#local typed = (choix.asked(name)?first)!""]
  [#return typed?remove_beginning("#")?lower_case]
[/#function]

[#-- What is wrong with the colours asked for, in a sentence ready to print; nothing when all is well. Three belong together. --]
[#function colourProblem]
  [#local given = colours?map(name -> askedColour(name))?filter(one -> one?has_content)]
  [#if !given?has_content][#return ""][/#if]
  [#if given?filter(one -> !one?matches("[0-9a-f]{6}"))?has_content || given?size != colours?size || colours?filter(name -> choix.asked(name)?size gt 1)?has_content]
    [#return i18n["portail.integre.refus.couleur"]]
  [/#if]
  [#list ["texte", "liens"] as name]
    [#if host.contrast("#" + askedColour("fond"), "#" + askedColour(name)) < leastContrast]
      [#return i18n["portail.integre.refus.contraste." + name]]
    [/#if]
  [/#list]
  [#return ""]
[/#function]

[#-- How many items are asked for; 0 when it is no such number. --]
[#function numberOfItems]
  [#local typed = (choix.asked("nombre")?first)!""]
  [#if !typed?has_content][#return usualItems][/#if]
  [#local number = typed?matches("[1-9][0-9]?")?then(typed?number, 0)]
  [#return (number gt mostItems)?then(0, number)]
[/#function]

[#-- Why a frame is refused, ready to print; nothing when it is not. names: what else the address may ask. --]
[#function refusal filters names=[]]
  [#local known = filters?map(one -> one.name) + colours + names]
  [#list (ctx.parameters!{})?keys as name]
    [#if !known?seq_contains(name)][#return i18n.get("portail.integre.refus.filtre", [host.text(short(name))])][/#if]
  [/#list]
  [#list filters as filter]
    [#if filter.shape != "search"]
      [#list filter.asked as value]
        [#if !filter.options?filter(one -> one.value == value)?has_content][#return i18n.get("portail.integre.refus.valeur", [host.text(short(value))])][/#if]
      [/#list]
    [/#if]
  [/#list]
  [#if numberOfItems() == 0][#return i18n.get("portail.integre.refus.nombre", [mostItems?c])][/#if]
  [#return colourProblem()]
[/#function]

[#function short text][#return (text?length gt 40)?then(text[0..<40] + "…", text)][/#function]

[#-- The style sheet of a frame: its colours are in its address, so that it is made once. --]
[#function styleSheet]
  [#if askedColour("fond")?has_content && !colourProblem()?has_content]
    [#return ctx.contextPath + "/integre/couleurs/" + colours?map(name -> askedColour(name))?join("-")]
  [/#if]
  [#return ctx.contextPath + "/integre/couleurs.css"]
[/#function]

[#--
  The page around what is nested.
  title: encoded. href: where the portal shows the same, with more; more: its words. refused: a sentence that stands instead of it.
--]
[#macro frame title rubrique href more refused=""]
<!DOCTYPE html>
<html lang="fr" class="rubrique-${rubrique}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – ${page.siteName}</title>
  <meta name="robots" content="noindex">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${styleSheet()}">
</head>
<body>
  <main aria-labelledby="titre">
    <h1 id="titre">${title}</h1>
    [#if refused?has_content]
    [#local status = ctx.response.setStatus(400)!"" way = host.pageAt("/integrer")]
    <p class="note">${refused}</p>
    [#if way?has_content]<p><a class="button" href="${way}" target="_top">${i18n["portail.integre.refaire"]}</a></p>[/#if]
    [#else]
    [#nested]
    [#if href?has_content]<p class="more"><a class="button" href="${href}" target="_top">${more}</a></p>[/#if]
    [/#if]
    <footer><p>${i18n["portail.integre.avec"]} <a href="${ctx.contextPath}/" target="_top">${page.siteName}</a></p></footer>
  </main>
</body>
</html>
[/#macro]

[#-- Nothing to show yet. --]
[#macro nothing]<p class="note">${i18n["portail.integre.rien"]}</p>[/#macro]

[#-- The item of a frame is no longer on line: the frame stays, says so and leads on. --]
[#macro past rubrique href more]
[@frame title=i18n["portail.integre.parti.titre"] rubrique=rubrique href=href more=more]
  [@host.gone /]
  <p class="note">${i18n["portail.integre.parti"]}</p>
[/@frame]
[/#macro]

[#-- One item: what is nested are its facts, as entries of a list. text: as it was typed, in a few words. --]
[#macro item text]
<ul class="facts">[#nested]</ul>
[#if text?has_content]<p>${host.text(cut(text, 320))}</p>[/#if]
[/#macro]

[#-- The beginning of a text, without its markup, cut between words. --]
[#function cut text most]
  [#local plain = text?replace("<[^>]*>", " ", "r")?replace("&nbsp;", " ")?replace("&lt;", "<")?replace("&gt;", ">")?replace("&quot;", "\"")?replace("&#39;", "'")?replace("&amp;", "&")?replace("\\s+", " ", "r")?trim]
  [#if plain?length lte most][#return plain][/#if]
  [#return plain[0..<(most - 1)]?replace(" [^ ]*$", "", "r") + "…"]
[/#function]
