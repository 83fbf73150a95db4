[#if content.vers! == "page" && content.page?has_content]<a class="bouton" href="${cmsfn.link("website", content.page)!}">${content.libelle!}</a>
[#elseif content.vers! == "adresse"]<a class="bouton" href="${cmsfn.externalLink(content, "adresse")}">${content.libelle!}</a>[/#if]
