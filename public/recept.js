// An entry of its own: what lay ahead in the history is gone, and going back stays here.
history.pushState(null, '', location.href);
