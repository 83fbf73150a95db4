[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.elements)?? && content.elements?is_hash]
<dl class="items">
  [#list host.entries(content, "elements") as one]
  [#assign target = host.byId(one.page!"", "website")]
  [#-- One that leads nowhere is left out. --]
  [#if one.page?has_content && !target?has_content][#continue][/#if]
  <div>
    <dt>[#if target?has_content]<a href="${host.link(target)}">${one.titre!target.title!target.@name}</a>[#else]${one.titre!}[/#if]</dt>
    <dd>${one.texte!}</dd>
  </div>
  [/#list]
</dl>
[/#if]
