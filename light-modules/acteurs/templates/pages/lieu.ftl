[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/graines.ftl" as graines]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign lieu = host.bySlug("lieux", "bocage:lieu", (ctx.lieu!"")?string)]
[#if !lieu?has_content]
  [@host.notFound /]
[#else]
  [#assign address = host.link(lieu) name = lieu.titre!lieu.@name]
  [#assign commune = host.byId(lieu.commune!"", "vocabulaires") acteur = host.byId(lieu.acteur!"", "acteurs")]
  [#assign photos = image.of(lieu)]
  [#assign shared = photos?has_content?then(host.assetLink(photos?first.image, "partage"), "")]
  [#assign trail = reseau.trailOf(content, name, host.plain(lieu, "titre"), address)]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][@data /][/#assign]
  [@page.layout title=(lieu.seo.titre)!name description=host.attribute(lieu, "accroche") rubrique="reseau" address=address image=shared photo=(photos?first)!{} head=head share={"item": lieu}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="fiche-head">
          <div>
            <p class="article-facts">
              <span class="fact">[@icones.icon "lieux" /] <span>${reseau.usages(lieu)}</span></span>
              [@reseau.communeFact commune /]
            </p>
            <h1>${name}</h1>
            [#if lieu.accroche?has_content]<p class="lead">${lieu.accroche}</p>[/#if]
            [@gestes.row {"words": gestes.addressOf([host.plain(lieu, "titre"), host.plain(lieu, "adresse")]?filter(part -> part?has_content)?join(", "), commune), "position": lieu.position!{}}]
              [@contact.way "telephone" host.plain(lieu.contact!{}, "telephone") /]
              [@contact.write "lieux" lieu host.plain(lieu.contact!{}, "courriel") true /]
            [/@gestes.row]
          </div>
          [#if photos?has_content][@shown photos?first true /][/#if]
        </header>
        <div class="article-columns">
          <div class="prose">
            [#if lieu.pourquoiInspirant?has_content]
            <h2 class="small-title">${i18n["lieux.pourquoi"]}</h2>
            <blockquote class="why">${lieu.pourquoiInspirant}</blockquote>
            [/#if]
            <div class="rich">${host.rich(lieu, "description")}</div>
            [@graines.list lieu "lieu" /]
          </div>
          [@contact.aside i18n["lieux.contact.titre"]]
            <ul class="facts">
              <li>[@icones.icon "lieu" /] <span>${lieu.adresse!}[#if commune?has_content]<br>${commune.codePostal!} ${commune.titre!}[/#if]</span></li>
              [#if lieu.horaires?has_content]<li>[@icones.icon "horaires" /] <span>${lieu.horaires}</span></li>[/#if]
              [#if lieu.accesPMR?has_content]<li>[@icones.icon "fauteuil" /] <span>${i18n["lieux.acces." + lieu.accesPMR]}</span></li>[/#if]
              [#assign publics = host.references(lieu.ouvertA![], "vocabulaires")]
              [#if publics?has_content]<li>[@icones.icon "contacts" /] <span>[#list publics as one]${one.titre!one.@name}[#sep], [/#list]</span></li>[/#if]
            </ul>
            <ul class="ways">
              [@contact.way "telephone" host.plain(lieu.contact!{}, "telephone") /]
              [@contact.write "lieux" lieu host.plain(lieu.contact!{}, "courriel") true /]
              [@contact.way "web" host.plain(lieu.contact!{}, "siteWeb") true /]
            </ul>
            [#if acteur?has_content]<p>${i18n["lieux.acteur"]} <a href="${host.link(acteur)}">${acteur.titre!acteur.@name}</a></p>[/#if]
          [/@contact.aside]
        </div>
        [#if photos?size > 1]
        <section class="mosaic" aria-labelledby="images">
          <h2 id="images">${i18n["lieux.photos"]}</h2>
          <ul>[#list photos[1..] as photo]<li>[@shown photo false /]</li>[/#list]</ul>
        </section>
        [/#if]
      </article>
    </div>
    [@suite.steps [
      {"href": reseau.communeAt(commune), "icon": "lieu", "title": i18n.get("acteurs.suite.commune", [(commune.titre)!""]), "text": i18n["acteurs.suite.commune.texte"]},
      {"href": host.pageAt("/reseau/lieux"), "icon": "lieux", "title": i18n["lieux.suite"], "text": i18n["lieux.suite.texte"]},
      {"href": host.pageAt("/reseau/carte"), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#macro shown photo main]
<figure class="figure">
  [@image.picture photo=photo main=main sizes=main?then("(min-width: 60rem) 480px, 100vw", "(min-width: 45rem) 33vw, 50vw") class="plot" /]
  [@image.legend photo /]
</figure>
[/#macro]

[#macro data]
[@page.data]{"@type":"Place",
  "name":${host.json(host.plain(lieu, "titre"))},
  "description":${host.json(host.plain(lieu, "accroche"))},
  [#if shared?has_content]"image":${host.json(host.canonical(shared))},[/#if]
  [#if (lieu.position.lat)?? && (lieu.position.lon)??]"geo":{"@type":"GeoCoordinates","latitude":${lieu.position.lat?c},"longitude":${lieu.position.lon?c}},[/#if]
  "address":{"@type":"PostalAddress","streetAddress":${host.json(host.plain(lieu, "adresse"))}[#if commune?has_content],"postalCode":${host.json(commune.codePostal!"")},"addressLocality":${host.json(host.plain(commune, "titre"))}[/#if],"addressCountry":"FR"},
  "url":${host.json(host.canonical(address))}
}[/@page.data]
[/#macro]
