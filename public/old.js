// For a browser that knows no modules: of all scripts it runs this one.
document.getElementById('starting').hidden = true;
document.getElementById('start-failed').hidden = false;
