[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/editeur.ftl" as editor]
[#assign who = page.said("responsable")?has_content?then(page.said("responsable"), editor.name)]
[#assign mail = page.said("responsableCourriel")?has_content?then(page.said("responsableCourriel"), editor.mail)]
[#assign hostName = page.said("hebergeurNom") country = page.said("hebergeurPays")]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
<p>[#if who?has_content]${who} ${i18n["portail.responsable.qui"]}[#else]${i18n["portail.responsable.neutre"]}[/#if]
[#if mail?has_content]${i18n["portail.responsable.droits"]} <a href="mailto:${mail}">${mail}</a>.[/#if]</p>
<h2>${i18n["portail.responsable.ou"]}</h2>
<p>${i18n["portail.responsable.serveur"]}[#if hostName?has_content], ${i18n["portail.responsable.chez"]} ${hostName}[/#if][#if country?has_content], ${country}[/#if], ${i18n["portail.responsable.suite"]}</p>
