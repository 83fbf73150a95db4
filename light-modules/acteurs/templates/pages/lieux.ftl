[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/filtres.ftl" as filtres]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign number = filtres.pageNumber() commune = filtres.word("communes", ctx.commune!"") use = filtres.oneOf(reseau.uses, ctx.usage!"")]
[#assign filters = filtres.chosen("commune", commune) + (use?has_content && use != "unknown")?then({"usages": use}, {})]
[#assign list = reseau.lieux(filters, (number > 0)?then(number, 1))]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage || commune.unknown?? || use == "unknown"]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) filtered = filters?has_content]
  [#assign choice = (use?has_content)?then([i18n["lieux.detail.usages.options." + use]], []) + (commune.titre??)?then([commune.titre!""], [])]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [@page.layout title=([title] + choice)?join(", ") description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/lieux.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@filtres.form address filtered i18n["lieux.filtres"]]
        [@filtres.options "usage" i18n["lieux.filtres.usage"] reseau.uses use "lieux.detail.usages.options." i18n["lieux.filtres.usage.tous"] /]
        [@filtres.words "commune" i18n["acteurs.filtres.commune"] "communes" commune i18n["acteurs.filtres.commune.tous"] /]
      [/@filtres.form]
      [#if list.total > 0]
        <p class="count">${reseau.count("lieux", list.total)}[#if filtered] – ${choice?join(", ")}[/#if]</p>
        [@reseau.cardList list.items "lieux" 2 /]
        [@page.pager address number list.pages filtres.query({"usage": use, "commune": commune.@name!""}) /]
      [#else]
        [@page.empty title=i18n["lieux.vide.titre"] text=i18n["lieux.vide.texte"] ways=!filtered]
        [#if filtered]<p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>[/#if]
        [/@page.empty]
      [/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/reseau/carte"), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]},
      {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["reseau.suite.projets"], "text": i18n["reseau.suite.projets.texte"]},
      {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]
