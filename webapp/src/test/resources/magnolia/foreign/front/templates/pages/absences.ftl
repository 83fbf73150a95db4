[#attempt]search=${cmsfn.search("x", "mgnl:page")?size}[#recover]search=refused[/#attempt]
[#attempt]simpleSearch=${cmsfn.simpleSearch("website", "x", "mgnl:page", "/")?size}[#recover]simpleSearch=refused[/#attempt]
[#attempt]getItems=${damfn.getItems("jcr", ["x"])?size}[#recover]getItems=refused[/#attempt]
tagfn=${tagfn???c}
[#attempt]restfn.call=${restfn.call("client", "call", {})}[#recover]restfn.call=${.error?contains("restfn.call")?c}[/#attempt]
[#attempt]restfn.callForResponse=${restfn.callForResponse("client", "call", {})}[#recover]restfn.callForResponse=${.error?contains("restfn.callForResponse")?c}[/#attempt]
language=${cmsfn.language()} links=[#list cmsfn.localizedLinks()?keys as one]${one};[/#list]
[#assign session = ctx.getJCRSession("website")]
session=${session.getNode("/absences").getProperty("title").getString()} ${session.getNodeByIdentifier(content.@id).getPath()} ${session.getUserID()}
[#list ["users", "posts"] as other][#attempt]${other}=${ctx.getJCRSession(other).getRootNode().getNodes().hasNext()?c};[#recover]${other}=refused;[/#attempt][/#list]
[#attempt]${session.getRootNode().addNode("venu", "mgnl:page").path}[#recover]addNode=refused[/#attempt]
[#attempt]${session.getNode("/absences").setProperty("title", "x").string}[#recover]setProperty=refused[/#attempt]
[#attempt]${session.getWorkspace().getQueryManager().createQuery("x", "JCR-SQL2").statement}[#recover]query=refused[/#attempt]
state=${ctx.aggregationState.handle} ${ctx.getAggregationState().getRepository()}
[#macro found condition][#list cmsfn.contentListByTemplateId(cmsfn.nodeByPath("/"), "front:pages/absences", 10, condition, "title") as one]${one.name};[/#list][/#macro]
where=[@found "title = 'Absences' and vide is null" /]|[@found "title <> 'Absences'" /]|[@found "title is not null" /]
