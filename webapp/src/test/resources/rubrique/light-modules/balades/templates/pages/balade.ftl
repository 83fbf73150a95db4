[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]

[#assign balade = host.bySlug("balades", "bocage:balade", (ctx.balade!"")?string)]
[#if !balade?has_content]
  [@host.notFound /]
[#else]
  [#assign name = balade.titre!balade.@name list = cmsfn.parent(content) section = cmsfn.parent(list)]
  [#assign address = ctx.contextPath + "/reseau/balades/" + balade.@name]
  [#assign commune = host.byId(balade.commune!"", "vocabulaires") acteur = host.byId(balade.acteur!"", "acteurs")]
  [#assign trail = [section, list]?map(one -> {"label": one.title!one.@name, "plain": host.plain(one, "title"), "href": host.link(one)})
    + [{"label": name, "plain": host.plain(balade, "titre"), "href": address}]]
  [#assign head]
    [@page.breadcrumbData trail /]
    [@page.data]{"@type":"TouristTrip",
      "name":${host.json(host.plain(balade, "titre"))},
      "description":${host.json(host.plain(balade, "accroche"))},
      "url":${host.json(host.canonical(address))}
    }[/@page.data]
  [/#assign]
  [@page.layout title=name description=host.attribute(balade, "accroche") rubrique="reseau" address=address type="article" head=head]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="article-head">
          <p class="article-facts">
            <span class="fact">[@icones.icon "carte" /] ${i18n["balades.detail.mode.options." + balade.mode!"pied"]}, ${i18n.get("balades.kilometres", [(balade.kilometres!0)?string("0.#")])}</span>
            [#if commune?has_content]<span class="fact">[@icones.icon "lieu" /] ${commune.titre!commune.@name}</span>[/#if]
          </p>
          <h1>${name}</h1>
          <p class="lead">${balade.accroche!}</p>
        </header>
        <div class="article-columns">
          <div class="prose">
            [#if balade.depart?has_content]<p><strong>${i18n["balades.depart"]}</strong> ${balade.depart}</p>[/#if]
            [#-- Rich text is sanitised when it is saved, and decoded only here. --]
            <div class="rich">${host.rich(balade, "description")}</div>
          </div>
          [#if acteur?has_content]
          [@contact.aside i18n["balades.contact"] acteur.titre!acteur.@name acteur.accroche!""]
            <ul class="ways">
              [@contact.way "telephone" host.plain(acteur.contact!{}, "telephone") /]
              [@contact.way "courriel" host.plain(acteur.contact!{}, "courriel") true /]
              [@contact.way "web" host.plain(acteur, "siteWeb") true /]
            </ul>
          [/@contact.aside]
          [/#if]
        </div>
      </article>
    </div>
    [@suite.steps [
      {"href": host.link(list), "icon": "carte", "title": i18n["balades.suite"], "text": i18n["balades.suite.texte"]},
      {"href": host.link(host.byPath("/reseau/lieux")), "icon": "lieux", "title": i18n["balades.suite.lieux"], "text": i18n["balades.suite.lieux.texte"]}
    ] /]
  [/@page.layout]
[/#if]
