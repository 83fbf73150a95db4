[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/editeur.ftl" as editor]
[#assign form = page.said("editeurForme") rna = page.said("editeurRna") siren = page.said("editeurSiren") director = page.said("directeur")]
[#assign hostName = page.said("hebergeurNom") hostAddress = page.said("hebergeurAdresse") hostPhone = page.said("hebergeurTelephone")]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if editor.name?has_content]
<p>${editor.name}[#if form?has_content], ${form}[/#if][#if rna?has_content], ${i18n["portail.mentions.rna"]} ${rna}[/#if][#if siren?has_content], ${i18n["portail.mentions.siren"]} ${siren}[/#if].</p>
[#else]
<p>${i18n["portail.mentions.neutre"]} <a href="${host.pageAt("/contact")}">${i18n["portail.mentions.ecrire"]}</a>.</p>
[/#if]
[#if editor.seat?has_content || editor.phone?has_content || editor.mail?has_content]
<ul>
  [#if editor.seat?has_content]<li>${i18n["portail.mentions.siege"]} ${editor.seat?replace("<br/>", ", ")}</li>[/#if]
  [#if editor.phone?has_content]<li>${i18n["portail.mentions.telephone"]} <a href="tel:${host.dial(editor.phone)}">${editor.phone}</a></li>[/#if]
  [#if editor.mail?has_content]<li>${i18n["portail.mentions.courriel"]} <a href="mailto:${editor.mail}">${editor.mail}</a></li>[/#if]
</ul>
[/#if]
[#if director?has_content]<p>${i18n["portail.mentions.directeur"]} ${director}.</p>[/#if]
[#if hostName?has_content]
<h2>${i18n["portail.mentions.hebergeur"]}</h2>
<p>${hostName}[#if hostAddress?has_content], ${hostAddress}[/#if].[#if hostPhone?has_content] ${i18n["portail.mentions.telephone"]} ${hostPhone}.[/#if]</p>
[/#if]
[#-- Facts that the law asks for and nobody gave are told to who edits the page, and to nobody else. --]
[#if cmsfn.isEditMode()]
[#assign missing = []]
[#if !form?has_content][#assign missing += [i18n["portail.mentions.manque.forme"]]][/#if]
[#if !editor.seat?has_content][#assign missing += [i18n["portail.mentions.manque.siege"]]][/#if]
[#if !editor.phone?has_content && !editor.mail?has_content][#assign missing += [i18n["portail.mentions.manque.joindre"]]][/#if]
[#if !director?has_content][#assign missing += [i18n["portail.mentions.manque.directeur"]]][/#if]
[#if !hostName?has_content || !hostAddress?has_content || !hostPhone?has_content][#assign missing += [i18n["portail.mentions.manque.hebergeur"]]][/#if]
[#if missing?has_content]<p class="status" role="note">${i18n["portail.mentions.manque"]} ${missing?join(", ")}.</p>[/#if]
[/#if]
