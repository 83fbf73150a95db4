[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign entries = host.entries(content, "etapes")]
[@blocs.heading content entries?has_content /]
[#if entries?has_content]
<ol class="way">
  [#list entries as one]
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
