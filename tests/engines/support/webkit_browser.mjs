// A browser around WebKitGTK for the tests, run by gjs; WebKitWebDriver starts it. WebKit's own test browser keeps
// nothing when it is driven: this one keeps its data in PROFILE and puts downloads in DOWNLOADS.
import Gtk from 'gi://Gtk?version=3.0';
import WebKit from 'gi://WebKit2?version=4.1';
import GLib from 'gi://GLib';

const [profile, downloads] = ['PROFILE', 'DOWNLOADS'].map((name) => GLib.getenv(name));

Gtk.init(null);
const context = new WebKit.WebContext({
  website_data_manager: new WebKit.WebsiteDataManager({ base_data_directory: `${profile}/data`, base_cache_directory: `${profile}/cache` }),
});
context.set_preferred_languages(['nl-NL']);
context.set_automation_allowed(true);
context.connect('download-started', (_context, download) => download.connect('decide-destination', (_download, name) => {
  download.set_destination(GLib.filename_to_uri(`${downloads}/${name}`, null));
  return true;
}));

const view = new WebKit.WebView({ web_context: context, is_controlled_by_automation: true });
context.connect('automation-started', (_context, session) => session.connect('create-web-view', () => view));

const window = new Gtk.Window({ default_width: 480, default_height: 900 });
window.add(view);
view.connect('close', () => window.destroy());
window.connect('destroy', () => Gtk.main_quit());
window.show_all();
Gtk.main();
