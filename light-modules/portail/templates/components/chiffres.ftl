[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.chiffres)?? && content.chiffres?is_hash]
<ul class="numbers">
  [#list host.entries(content, "chiffres") as one]<li><strong>${one.valeur!}</strong> <span>${one.libelle!}</span></li>
  [/#list]
</ul>
[/#if]
[#if content.texte?has_content]<p class="numbers-note">${content.texte}</p>[/#if]
