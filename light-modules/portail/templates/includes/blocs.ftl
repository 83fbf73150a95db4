[#import "/portail/templates/includes/host.ftl" as host]

[#-- Shared parts of the blocks of a page. A browser loads the sheet and the script once, however many blocks name them. --]
[#assign style][#compress]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/blocs.css")}">[/#compress][/#assign]
[#assign script][#compress]<script src="${host.resource("/portail/webresources/js/blocs.js")}" defer></script>[/#compress][/#assign]

[#-- Word on what a block still lacks: told to who edits the page, and to nobody else. words: ready to print. --]
[#macro lacking words]
[#if cmsfn.isEditMode()]<p class="status" role="note">${words}</p>[/#if]
[/#macro]

[#--
  Heading of a block. Of one that shows nothing, a visitor sees no heading either; who edits sees it, and a word on what the block lacks.
  shown: whether the block has something below its heading. words: that word, ready to print.
--]
[#macro heading block shown words=i18n["portail.bloc.vide"]]
[#if block.titre?has_content && (shown || cmsfn.isEditMode())]<h2>${block.titre}</h2>[/#if]
[#if !shown][@lacking words /][/#if]
[/#macro]

[#-- A file of the library: href, mime, format and weight, ready to print; an empty hash when it is gone. --]
[#function fileOf key]
  [#if !key?has_content][#return {}][/#if]
  [#local asset = host.asset(key) address = host.assetLink(key)]
  [#if !address?has_content][#return {}][/#if]
  [#local name = host.decoded(asset.fileName!asset.name!"") size = asset.fileSize!0]
  [#local weight = (size gte 1048576)?then(i18n.get("portail.poids.mo", [(size / 1048576)?string("0.#")]), i18n.get("portail.poids.ko", [((size + 1023) / 1024)?int?c]))]
  [#return {"href": host.text(address), "mime": host.text(host.decoded(asset.mimeType!"")), "name": host.text(name?keep_before_last(".")?replace("[-_]+", " ", "r")), "format": host.text(name?keep_after_last(".")?upper_case), "weight": weight}]
[/#function]
