[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.etapes)?? && content.etapes?is_hash]
<ol class="way">
  [#list host.entries(content, "etapes") as one]
  <li>
    <h3>${one.titre!}</h3>
    [#if one.texte?has_content]<p>${one.texte}</p>[/#if]
    [#assign facts = ["duree", "qui", "preparer"]?filter(name -> one[name]?has_content)]
    [#if facts?has_content]
    <dl>
      [#list facts as name]<div><dt>${i18n["portail.etapes." + name]}</dt> <dd>${one[name]}</dd></div>
      [/#list]
    </dl>
    [/#if]
  </li>
  [/#list]
</ol>
[/#if]
