[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign numbers = host.entries(content, "chiffres")]
[@blocs.heading block=content shown=numbers?has_content || content.texte?has_content /]
[#if numbers?has_content]
<ul class="numbers">
  [#list numbers as one]<li><strong>${one.valeur!}</strong> <span>${one.libelle!}</span></li>
  [/#list]
</ul>
[/#if]
[#if content.texte?has_content]<p class="numbers-note">${content.texte}</p>[/#if]
