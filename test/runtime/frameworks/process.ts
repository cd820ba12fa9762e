import { recorder, type Start } from './routes.ts';

/** Runs an app in a process of its own, which sends the app's URL, and its reports whenever a message arrives. */

const [app, name = 'start'] = process.argv.slice(2);
const { hooks, arrived, take } = recorder();
const apps: Record<string, Start<unknown>> = await import(`./apps/${app}.js`);
const running = await apps[name]?.(hooks, arrived);
process.on('message', () => process.send?.(take()));
process.on('disconnect', () => process.exit());
process.send?.(running?.url);
