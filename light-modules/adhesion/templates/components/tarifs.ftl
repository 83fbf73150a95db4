[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#-- What it costs is written once, where the form reads it too. --]
[#assign tariffs = host.lines("tarifs")]
[@blocs.heading block=content shown=tariffs?has_content || content.texte?has_content /]
[#if content.texte?has_content]<p>${content.texte}</p>[/#if]
[#if tariffs?has_content]
<ul class="prices">
  [#list tariffs as one]
  <li class="price">
    <h3>${one.nom}</h3>
    <p class="price-amount">${one.montant}</p>
    [#if one.texte?has_content]<p>${one.texte}</p>[/#if]
  </li>
  [/#list]
</ul>
[/#if]
