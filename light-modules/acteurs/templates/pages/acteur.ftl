[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/graines.ftl" as graines]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign acteur = host.bySlug("acteurs", "bocage:acteur", (ctx.acteur!"")?string)]
[#if !acteur?has_content]
  [@host.notFound /]
[#else]
  [#assign address = host.link(acteur) name = acteur.titre!acteur.@name]
  [#assign commune = host.byId(acteur.commune!"", "vocabulaires") famille = host.byId(acteur.famille!"", "vocabulaires")]
  [#assign domaines = host.references(acteur.domaines![], "vocabulaires")]
  [#assign directory = host.pageAt("/reseau/acteurs")]
  [#assign photo = reseau.pictureOf(acteur) shared = photo?has_content?then(host.assetLink(photo.image, "partage"), "")]
  [#assign summary = host.attribute(acteur.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = host.attribute(acteur, "accroche")][/#if]
  [#assign trail = reseau.trailOf(content, name, host.plain(acteur, "titre"), address)]
  [#assign isAsleep = reseau.isAsleep(acteur)]
  [#assign head]${reseau.style}[#if !isAsleep][@page.breadcrumbData trail /][@data /][/#if][/#assign]
  [@page.layout title=(acteur.seo.titre)!name description=isAsleep?then("", summary) rubrique="reseau" address=address image=isAsleep?then("", shared) photo=photo!{} head=head indexed=!isAsleep share=isAsleep?then({}, {"item": acteur})]
    <div class="inside">
      [@page.breadcrumb trail /]
      [#if isAsleep][@sleeping /][#else]
      <article class="article">
        <header class="fiche-head">
          <div>
            <p class="article-facts">
              [#if famille?has_content]<a class="fact" href="${directory}?famille=${famille.@name}">[@icones.icon "acteurs" /] ${famille.titre!famille.@name}</a>[/#if]
              [@reseau.communeFact commune /]
              [@reseau.badges acteur /]
            </p>
            <h1>${name}</h1>
            [#if acteur.accroche?has_content]<p class="lead">${acteur.accroche}</p>[/#if]
            [#assign street = host.openPlain(acteur, "adresse") phone = host.openPlain(acteur, "contact/telephone") mail = host.openPlain(acteur, "contact/courriel")]
            [@gestes.row street?has_content?then({"words": gestes.addressOf(street, commune), "position": acteur.position!{}}, {})]
              [@contact.way "telephone" phone /]
              [@contact.write "acteurs" acteur mail phone?has_content /]
            [/@gestes.row]
          </div>
          [#if photo?has_content]
          <figure class="figure">
            [@image.picture photo=photo main=true sizes="(min-width: 60rem) 590px, 100vw" class="plot" /]
            [@image.legend photo /]
          </figure>
          [/#if]
        </header>
        <div class="article-columns">
          <div class="prose">
            [#-- Rich text is sanitised when it is saved, and decoded only here. --]
            <div class="rich">${host.rich(acteur, "description")}</div>
            [#if domaines?has_content]
            <h2 class="small-title">${i18n["acteurs.domaines"]}</h2>
            <ul class="chips">[#list domaines as domaine]<li><a class="chip" href="${directory}?domaine=${domaine.@name}">${domaine.titre!domaine.@name}</a></li>[/#list]</ul>
            [/#if]
            [@graines.list acteur "acteur" /]
            [@verified /]
            [@more /]
          </div>
          [@reach /]
        </div>
      </article>
      [/#if]
    </div>
    [#if !isAsleep][@cms.area name="blocs" /][/#if]
    [@suite.steps [
      {"href": reseau.communeAt(commune), "icon": "lieu", "title": i18n.get("acteurs.suite.commune", [(commune.titre)!""]), "text": i18n["acteurs.suite.commune.texte"]},
      {"href": (domaines?has_content && directory?has_content)?then(directory + "?domaine=" + (domaines?first.@name)!"", ""), "icon": "reseau", "title": i18n["acteurs.suite.domaine"], "text": (domaines?first.titre)!""},
      {"href": host.pageAt("/reseau/carte"), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#-- What may no longer be true is not told: who it is, and whom to ask. --]
[#macro sleeping]
<header class="article-head">
  [#if commune?has_content]<p class="article-facts">[@reseau.communeFact commune /]</p>[/#if]
  <h1>${name}</h1>
</header>
[@page.empty i18n["acteurs.endormie.titre"] i18n["acteurs.endormie.texte"] /]
[/#macro]

[#macro reach]
[#local web = host.plain(acteur, "siteWeb") place = host.open(acteur, "adresse")]
[@contact.aside i18n["acteurs.contact.titre"]]
  <ul class="facts">
    [#if place?has_content]<li>[@icones.icon "lieu" /] <span>${place}[#if commune?has_content]<br>${commune.codePostal!} ${commune.titre!}[/#if]</span></li>[#elseif commune?has_content]<li>[@icones.icon "lieu" /] <span>${commune.titre!}</span></li>[/#if]
    [#if acteur.horaires?has_content]<li>[@icones.icon "horaires" /] <span>${acteur.horaires}</span></li>[/#if]
    [#if host.isTrue(acteur.accueilPublic!false)]<li>[@icones.icon "accueil" /] <span>${i18n["acteurs.accueil"]}</span></li>[/#if]
  </ul>
  [#local letter = contact.letterTo("acteurs", acteur)]
  [#if phone?has_content || mail?has_content || web?has_content || letter?has_content]
  <ul class="ways">
    [@contact.way "telephone" phone /]
    [@contact.write "acteurs" acteur mail phone?has_content /]
    [@contact.way "web" web true /]
  </ul>
  [#else]
  <p>${i18n["acteurs.contact.pole"]}</p>
  [@page.contactWays /]
  [/#if]
  [#local card = host.outlet("/reseau/acteurs/" + acteur.@name + ".vcf")]
  [#if card?has_content]<p class="contact-small"><a href="${card}">${i18n["portail.flux.carte"]}</a></p>[/#if]
  [#local elsewhere = (acteur.reseaux![])?filter(one -> host.webAddress(one)?has_content)]
  [#if elsewhere?has_content]
  <ul class="elsewhere-list">[#list elsewhere as one]<li><a href="${host.webAddress(one)}" rel="external">${host.text(one?replace("https?://", "", "r"))}</a></li>[/#list]</ul>
  [/#if]
[/@contact.aside]
[/#macro]

[#-- How fresh it is, and how those whose it is keep it so. --]
[#macro verified]
<p class="fiche-fresh">
  [#if acteur.verifieLe?? && acteur.verifieLe?is_date_like]${i18n["acteurs.verifiee"]} ${host.formatDate(acteur.verifieLe, "MMMM yyyy")}.[/#if]
  [#if host.hasForms()]<a href="${host.outlet("/proposer/mise-a-jour/" + acteur.@name)}" rel="nofollow">${i18n["acteurs.miseAJour"]}</a>[/#if]
</p>
[/#macro]

[#-- What one seldom needs stays folded. --]
[#macro more]
<details class="more-facts">
  <summary>${i18n["reseau.enSavoirPlus"]}</summary>
  <dl>
    [#if acteur.statutJuridique?has_content]<div><dt>${i18n["acteurs.detail.statutJuridique.label"]}</dt><dd>${acteur.statutJuridique}</dd></div>[/#if]
    [#if host.isTrue(acteur.esus!false)]<div><dt>${i18n["acteurs.detail.esus.label"]}</dt><dd>${i18n["acteurs.esus"]}</dd></div>[/#if]
    [#if host.open(acteur, "siren")?has_content]<div><dt>SIREN</dt><dd>${host.open(acteur, "siren")}</dd></div>[/#if]
    [#if host.open(acteur, "rna")?has_content]<div><dt>RNA</dt><dd>${host.open(acteur, "rna")}</dd></div>[/#if]
    [#if !(acteur.position.precision)?? || acteur.position.precision != "exacte"]<div><dt>${i18n["acteurs.detail.position.label"]}</dt><dd>${i18n["acteurs.approximative"]}</dd></div>[/#if]
  </dl>
</details>
[/#macro]

[#macro data]
[#local family = host.byId(acteur.famille!"", "vocabulaires")]
[@page.data]{"@type":"${["association", "fondation"]?seq_contains(family.@name!"")?then("NGO", "Organization")}",
  "name":${host.json(host.plain(acteur, "titre"))},
  "description":${host.json(host.plain(acteur, "accroche"))},
  [#if shared?has_content]"image":${host.json(host.canonical(shared))},[/#if]
  [#if host.openPlain(acteur, "contact/telephone")?has_content]"telephone":${host.json(host.openPlain(acteur, "contact/telephone"))},[/#if]
  [#if host.webAddress(host.plain(acteur, "siteWeb"))?has_content]"sameAs":${host.json(host.plain(acteur, "siteWeb"))},[/#if]
  "address":{"@type":"PostalAddress"[#if host.openPlain(acteur, "adresse")?has_content],"streetAddress":${host.json(host.openPlain(acteur, "adresse"))}[/#if][#if commune?has_content],"postalCode":${host.json(commune.codePostal!"")},"addressLocality":${host.json(host.plain(commune, "titre"))}[/#if],"addressCountry":"FR"},
  [#if host.isTrue(acteur.adherent!false)]"memberOf":{"@type":"Organization","name":${host.json(page.siteNamePlain())}},[/#if]
  "url":${host.json(host.canonical(address))}
}[/@page.data]
[/#macro]
