[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#--
  In place of what an address names and is not there, where no host answers by itself: who edits the page that frames items, one
  at a time, finds its areas; everybody else is told that there is nothing.
--]
[#if cmsfn.isEditMode()]
  [@page.layout title=content.title!content.@name indexed=false]
    [@page.band title=content.title!content.@name intro=i18n["portail.cadre"] /]
    <div class="inside">
      [#list def.areas?keys as name]
      [@cms.area name=name /]
      [/#list]
    </div>
  [/@page.layout]
[#else]
  [#assign done = ctx.response.setStatus(404)!""]
  [#include "/portail/templates/pages/erreur404.ftl"]
[/#if]
