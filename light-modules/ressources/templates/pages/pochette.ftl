[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#assign set = host.bySlug("pochettes", "bocage:pochette", (ctx.slug!"")?string)]
[#if !set?has_content]
  [@host.notFound /]
[#else]
  [#assign title = (set.seo.titre)!set.titre!set.@name address = host.link(set)]
  [#assign summary = host.attribute(set.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = host.attribute(set, "phrase")][/#if]
  [#assign section = host.byPath("/ressources") trail = []]
  [#if section?has_content][#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]][/#if]
  [#assign trail += [{"label": set.titre!set.@name, "plain": host.plain(set, "titre"), "href": address}]]
  [#assign items = host.references(set.ressources![], "ressources")]
  [#assign open = host.references(set.annonces![], "annonces")?filter(one -> annonces.isOpen(one))]
  [#assign head][@page.breadcrumbData trail /]${ressources.style}[@annonces.css /][/#assign]
  [@page.layout title=title description=summary rubrique="ressources" address=address head=head share={"item": set}]
  [@page.band title=set.titre!set.@name intro=set.phrase!"" picture="/ressources/webresources/images/pochette.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if items?has_content]
    <section aria-labelledby="contenu-pochette">
      <h2 id="contenu-pochette">${i18n["ressources.pochette.contenu"]}</h2>
      [@ressources.cardList items /]
    </section>
    [/#if]
    [#if open?has_content]
    <section class="rubrique-annonces" aria-labelledby="annonces-pochette">
      <h2 id="annonces-pochette">${i18n["ressources.pochette.annonces"]}</h2>
      [@annonces.cardList open /]
    </section>
    [/#if]
    [#if !items?has_content && !open?has_content][@page.empty i18n["ressources.pochette.vide.titre"] i18n["ressources.pochette.vide.texte"] /][/#if]
    <aside class="send" aria-labelledby="envoyer">
      <h2 id="envoyer">${i18n["ressources.pochette.envoyer"]}</h2>
      <p>${i18n["ressources.pochette.envoyer.texte"]}</p>
      <p class="send-address">${host.canonical(address)}</p>
      [#assign short = host.shortAddress(set)]
      [#if short?has_content]<img class="send-code" src="${short}.svg" alt="${i18n["portail.passer.qr.alt"]}" width="148" height="148" loading="lazy" decoding="async">[/#if]
    </aside>
  </div>
  [@suite.steps [
    {"href": host.pageAt("/ressources/accompagnement"), "icon": "accompagnement", "title": i18n["ressources.suite.accompagnement"], "text": i18n["ressources.suite.accompagnement.texte"]},
    {"href": host.pageAt("/ressources"), "icon": "ressources", "title": i18n["ressources.suite.toutes"], "text": i18n["ressources.suite.toutes.texte"]}
  ] /]
  [/@page.layout]
[/#if]
