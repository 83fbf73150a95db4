[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#assign title = content.title!content.@name]
[#assign trail = []]
[#list cmsfn.ancestors(content, "mgnl:page")![] as ancestor]
  [#assign parent = cmsfn.encode(ancestor)]
  [#assign trail += [{"label": parent.title!parent.@name, "plain": host.plain(parent, "title"), "href": host.link(parent)}]]
[/#list]
[#assign trail += [{"label": title, "plain": host.plain(content, "title"), "href": ""}]]
[#assign head][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") head=head]
  [@page.band title=title intro=content.intro!"" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
  </div>
[/@page.layout]
