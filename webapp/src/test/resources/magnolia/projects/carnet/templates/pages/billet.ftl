[#if state.selector?has_content && cmsfn.contentByPath("/" + state.selector, "billets")??]
[#assign billet = cmsfn.contentByPath("/" + state.selector, "billets")]
[#assign auteur = cmsfn.contentById(billet.auteur!"", "auteurs")!]
<article><h1>${cmsfn.encode(billet).titre}</h1>
<p>${(auteur.nom)!"Anonyme"} — ${(billet.parution?string("yyyy-MM-dd"))!}</p>
${billet.corps!}
[#if billet.sources??]<ul>[#list cmsfn.children(billet.sources) as s]<li><a href="${cmsfn.externalLink(s, "adresse")}">${s.libelle!}</a></li>[/#list]</ul>[/#if]
<p>[#list billet.mots![] as m]#${m} [/#list]</p></article>
[#else]
[#list navfn.navItemsFromApp("billets", "/", "carnet:billet")![] as b]<a href="${navfn.linkWithSelector(content, b)}">${cmsfn.encode(b).titre!}</a>[/#list]
[/#if]
