[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/fil.ftl" as fil]
[#import "/portail/templates/includes/graines.ftl" as graines]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign projet = host.bySlug("projets", "bocage:projet", (ctx.projet!"")?string)]
[#if !projet?has_content]
  [@host.notFound /]
[#else]
  [#assign address = host.link(projet) name = projet.titre!projet.@name]
  [#assign communes = host.references(projet.communes![], "vocabulaires") acteur = host.byId((projet.porteur.acteur)!"", "acteurs")]
  [#assign photo = reseau.pictureOf(projet) shared = photo?has_content?then(host.assetLink(photo.image, "partage"), "")]
  [#assign trail = reseau.trailOf(content, name, host.plain(projet, "titre"), address)]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [#-- What is only thought of is not for the search engines. --]
  [@page.layout title=(projet.seo.titre)!name description=host.attribute(projet, "resume") rubrique="reseau" address=address image=shared photo=photo!{} head=head indexed=!["idee", "etude"]?seq_contains(projet.stade!"") share={"item": projet}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="fiche-head">
          <div>
            <p class="article-facts">[@reseau.stage projet /] [@reseau.places projet.communes![] /] [@reseau.reserved projet /]</p>
            <h1>${name}</h1>
            <p class="lead">${projet.resume!}</p>
            [@gestes.row][@contact.write "projets" projet /][/@gestes.row]
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
            <div class="rich">${host.rich(projet, "description")}</div>
            [#assign missing = (projet.besoins![])?filter(one -> reseau.needs?seq_contains(one))]
            [#if missing?has_content]
            <h2 class="small-title">${i18n["projets.besoins"]}</h2>
            <ul class="chips">[#list missing as one]<li><span class="chip">[@icones.icon "besoin" /] ${i18n["projets.detail.besoins.options." + one]}</span></li>[/#list]</ul>
            [/#if]
            [#if projet.coherenceESS?has_content]<h2 class="small-title">${i18n["projets.coherence"]}</h2><p>${projet.coherenceESS}</p>[/#if]
            [@fil.thread "liesProjets" projet /]
            [@graines.list projet "projet" /]
          </div>
          [#assign letter = contact.letterTo("projets", projet) carrier = reseau.carrierOf(projet)]
          [@contact.aside i18n["projets.contact.titre"] carrier?has_content?then(carrier, i18n["projets.contact.anonyme"]) i18n["projets.contact." + letter?has_content?then("texte", "pole")]]
            [#if acteur?has_content]<p><a href="${host.link(acteur)}">${i18n["projets.contact.structure"]}</a></p>[/#if]
            [#if letter?has_content]<ul class="ways">[@contact.write "projets" projet /]</ul>[#else][@page.contactWays /][/#if]
            [#assign news = projet["mgnl:lastModified"]!""]
            [#if news?is_date_like]<p class="small">${i18n["projets.nouvelle"]} ${host.formatDate(news, "MMMM yyyy")}</p>[/#if]
          [/@contact.aside]
        </div>
      </article>
    </div>
    [@suite.steps [
      {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["projets.suite"], "text": i18n["projets.suite.texte"]},
      {"href": communes?has_content?then(reseau.communeAt(communes?first), ""), "icon": "lieu", "title": i18n.get("acteurs.suite.commune", [(communes?first.titre)!""]), "text": i18n["acteurs.suite.commune.texte"]},
      {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["projets.suite.accompagnement"], "text": i18n["projets.suite.accompagnement.texte"]}
    ] /]
  [/@page.layout]
[/#if]
