[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#assign title = content.title!content.@name]
[#assign trail = [{"label": title, "plain": host.plain(content, "title"), "href": host.link(content)}]]
[#assign head][@page.breadcrumbData trail /]<link rel="stylesheet" href="${host.resource("/adhesion/webresources/css/adherer.css")}">[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="adherer" head=head share={"item": content}]
  [@page.band title=title intro=content.intro!"" picture="/adhesion/webresources/images/adherer.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#assign form = host.hasForms()?then(host.pageAt("/adherer/formulaire"), "")]
    [#assign easy][@cms.area name="facile" /][/#assign]
    [#if form?has_content || easy?trim?has_content]
    <p class="join">[#if form?has_content]<a class="button" href="${form}">${i18n["adhesion.rejoindre"]}</a> <span>${i18n["adhesion.rejoindre.texte"]}</span>[/#if] [#if easy?trim?has_content]<a class="button button-quiet" href="#facile">${i18n["adhesion.facile.bouton"]}</a>[/#if]</p>
    [/#if]
    [@cms.area name="contenu" /]
    [#if easy?trim?has_content]
    [#-- An address within a fold opens it. --]
    <details class="easy-fold">
      <summary>${i18n["adhesion.facile.bouton"]}</summary>
      <section class="easy" id="facile" aria-labelledby="facile-titre">
        <h2 id="facile-titre">${i18n["adhesion.facile"]}</h2>
        ${easy}
      </section>
    </details>
    [/#if]
    <section class="talk" aria-labelledby="parler">
      <h2 id="parler">${i18n["adhesion.qui"]}</h2>
      <p>${i18n["adhesion.qui.texte"]}</p>
      [@page.contactWays /]
    </section>
  </div>
  [#assign adherents = host.byPath("/reseau/adherents") agenda = host.byPath("/agenda")]
  [@suite.steps [
    {"href": adherents?has_content?then(host.link(adherents), ""), "icon": "adherents", "title": i18n["adhesion.suite.reseau"], "text": i18n["adhesion.suite.reseau.texte"]},
    {"href": agenda?has_content?then(host.link(agenda), ""), "icon": "agenda", "title": i18n["adhesion.suite.agenda"], "text": i18n["adhesion.suite.agenda.texte"]}
  ] /]
[/@page.layout]
