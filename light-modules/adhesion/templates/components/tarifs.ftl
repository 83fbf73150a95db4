[#import "/portail/templates/includes/host.ftl" as host]
[#-- What it costs is written once, where the form reads it too. --]
[#assign tariffs = host.lines("tarifs")]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
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
