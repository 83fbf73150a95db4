[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#assign title = content.title!content.@name]
[#assign trail = []]
[#list cmsfn.ancestors(content, "mgnl:page")![] as parent]
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
  [#-- A page of the menu leads on by what was put on it; one that stands alone, such as the charter, by these. --]
  [#if trail?size == 1]
    [#assign contact = host.byPath("/contact") plan = host.byPath("/plan-du-site")]
    [@suite.steps [
      {"href": contact?has_content?then(host.link(contact), ""), "icon": "message", "title": i18n["portail.suite.contact"], "text": i18n["portail.suite.contact.texte"]},
      {"href": plan?has_content?then(host.link(plan), ""), "icon": "carte", "title": i18n["portail.suite.plan"], "text": i18n["portail.suite.plan.texte"]}
    ] /]
  [/#if]
[/@page.layout]
