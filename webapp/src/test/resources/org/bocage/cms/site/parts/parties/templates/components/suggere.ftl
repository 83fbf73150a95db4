[#assign found = portailfn.suggest({"words": "lun"})]<p class="suggere" data-drawn="${.now?long?c}"></p>
