<div class="bandeau ${imgfn.resolveImageVariationName(def)}">${content.titre!}</div>
