[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#assign insert = host.insert()]
[#assign title = insert.title!content.title!content.@name]
[#assign trail = page.trailTo(content, insert)]
[#assign head][@page.breadcrumbData trail /]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/formulaire.css")}">[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="actualites" head=head indexed=!insert.html?has_content]
  [@page.band title=title intro=insert.html?has_content?then("", content.intro!"") picture="/portail/webresources/images/contact.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if insert.html?has_content]
    <div class="form-sheet">${insert.html}</div>
    [#elseif host.hasForms()]
    <ul class="doors-small">
      [#list host.children(content, "mgnl:page") as one]
      <li class="rubrique-${one.rubrique!"portail"}"><a class="door-small" href="${host.link(one)}">[@icones.icon one.icone!"point" /] <span><strong>${one.navigationTitle!one.title!one.@name}</strong> <span>${one.intro!""}</span></span></a></li>
      [/#list]
    </ul>
    [#else]
    [@page.empty i18n["portail.proposer.sans.titre"] i18n["portail.proposer.sans.texte"] /]
    [/#if]
    <div class="prose">[@cms.area name="contenu" /]</div>
  </div>
[/@page.layout]
