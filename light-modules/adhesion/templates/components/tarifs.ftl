[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if content.texte?has_content]<p>${content.texte}</p>[/#if]
[#if (content.tarifs)?? && content.tarifs?is_hash]
<ul class="prices">
  [#list cmsfn.children(content.tarifs) as one]
  <li class="price">
    <h3>${one.nom!}</h3>
    <p class="price-amount">${one.montant!}</p>
    [#if one.texte?has_content]<p>${one.texte}</p>[/#if]
  </li>
  [/#list]
</ul>
[/#if]
