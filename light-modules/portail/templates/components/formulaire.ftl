[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#--
  A form of the site. A short one opens here, brought from its own page; a long one is a step away, and so is each without scripts.
  Where nobody receives forms, one is told whom to call.
--]
[#assign which = content.formulaire!"" isShort = ["contact", "lettre"]?seq_contains(which) href = ""]
[#if host.hasForms() && which?has_content]
  [#switch which]
    [#case "contact"][#assign href = host.pageAt("/contact")][#break]
    [#case "lettre"][#assign href = host.subscription("lettre")][#break]
    [#case "adherer"][#assign href = host.pageAt("/adherer/formulaire")][#break]
    [#default][#assign href = which?matches("[a-z]+")?then(host.pageAt("/proposer/" + which), "")]
  [/#switch]
[/#if]
[#if content.titre?has_content || content.texte?has_content || href?has_content]
<section class="form-sheet form-block">
  ${blocs.style}[#if isShort]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/formulaire.css")}">${blocs.script}[/#if]
  [#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
  [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
  [#if href?has_content]<p class="form-way"[#if isShort] data-formulaire="${href}"[/#if]><a class="button" href="${href}">${i18n["portail.formulaire." + which]} [@icones.icon "suite" /]</a></p>[#else][@page.contactWays /][/#if]
</section>
[/#if]
[#if !href?has_content && (host.hasForms() || !which?has_content)]
[@blocs.lacking i18n["portail.formulaire.vide"] /]
[/#if]
