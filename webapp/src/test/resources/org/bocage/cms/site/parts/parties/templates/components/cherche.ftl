[#assign found = portailfn.search({"words": "lundi"})]<p class="cherche" data-drawn="${.now?long?c}"></p>
