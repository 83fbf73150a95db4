[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign number = choix.pageNumber() chosen = [choix.ofValues("usage", "usages", reseau.uses, "lieux.detail.usages.options."), choix.ofPlaces("commune", "commune")]]
[#assign filters = choix.wanted(chosen)]
[#assign list = reseau.lieux(filters, (number > 0)?then(number, 1))]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) filtered = filters?has_content]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [@page.layout title=([title] + choix.labels(chosen)?map(one -> one.label))?join(", ") description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/lieux.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@choix.form chosen address i18n["lieux.filtres"] /]
      [@choix.chosen chosen address /]
      [#if list.total > 0]
        <p class="count" role="status">${reseau.counted("lieux", list.total)}</p>
        [@reseau.cardList list.items "lieux" 2 /]
        [@page.pager address number list.pages choix.query(chosen) /]
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
