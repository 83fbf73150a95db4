[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/annuaire.ftl" as annuaire]

[#assign chosen = annuaire.filters() number = choix.pageNumber()]
[#assign filters = choix.wanted(chosen) filtered = filters?has_content]
[#assign list = reseau.acteurs(filters, (number > 0)?then(number, 1))]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content)]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [#assign pageTitle = ([title] + choix.labels(chosen)?map(one -> one.label))?join(", ") + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/reseau.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@choix.form chosen address i18n["acteurs.filtres"] /]
      [@choix.chosen chosen address /]
      [#if list.total > 0]
        <p class="count" role="status">${reseau.counted("acteurs", list.total)}</p>
        [@reseau.cardList list.items "acteurs" 2 /]
        [@page.pager address number list.pages choix.query(chosen) /]
      [#elseif filtered]
        [@page.empty title=i18n["acteurs.vide.filtres.titre"] text=i18n["acteurs.vide.filtres.texte"] ways=false]
        <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["acteurs.vide.titre"] i18n["acteurs.vide.texte"] /]
      [/#if]
    </div>
    [#assign map = host.pageAt("/reseau/carte")]
    [@suite.steps [
      {"href": map?has_content?then(choix.at(map, choix.query(chosen)), ""), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]},
      {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["reseau.suite.contacts"], "text": i18n["reseau.suite.contacts.texte"]},
      {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["reseau.suite.projets"], "text": i18n["reseau.suite.projets.texte"]}
    ] /]
  [/@page.layout]
[/#if]
