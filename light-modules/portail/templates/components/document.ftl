[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign files = []]
[#list host.entries(content, "fichiers") as one]
  [#assign file = blocs.fileOf(one.document!"")]
  [#if file?has_content][#assign files += [file + {"title": (one.nom!"")?has_content?then(one.nom!"", file.name)}]][/#if]
[/#list]
[@blocs.heading content files?has_content i18n["portail.document.vide"] /]
[#if files?has_content]
<ul class="files">
  [#list files as file]
  <li>[#if file?is_first]${blocs.style}[/#if]<a class="file" href="${file.href}" download>[@icones.icon "fichier" /] <span><strong>${file.title}</strong> <span class="file-facts">${file.format}, ${file.weight}</span></span></a></li>
  [/#list]
</ul>
[/#if]
