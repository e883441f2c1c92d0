import accounts from './en/accounts.json' with { type: 'json' }
import calendar from './en/calendar.json' with { type: 'json' }
import calendarChange from './en/calendar-change.json' with { type: 'json' }
import captions from './en/captions.json' with { type: 'json' }
import carry from './en/carry.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import content from './en/content.json' with { type: 'json' }
import desk from './en/desk.json' with { type: 'json' }
import displays from './en/displays.json' with { type: 'json' }
import drills from './en/drills.json' with { type: 'json' }
import entry from './en/entry.json' with { type: 'json' }
import faultRecords from './en/fault-records.json' with { type: 'json' }
import faultWords from './en/fault-words.json' with { type: 'json' }
import fleet from './en/fleet.json' with { type: 'json' }
import guide from './en/guide.json' with { type: 'json' }
import languages from './en/languages.json' with { type: 'json' }
import layouts from './en/layouts.json' with { type: 'json' }
import library from './en/library.json' with { type: 'json' }
import liveStreams from './en/live-streams.json' with { type: 'json' }
import orderSeveral from './en/order-several.json' with { type: 'json' }
import policy from './en/policy.json' with { type: 'json' }
import posters from './en/posters.json' with { type: 'json' }
import preview from './en/preview.json' with { type: 'json' }
import recordings from './en/recordings.json' with { type: 'json' }
import recurrence from './en/recurrence.json' with { type: 'json' }
import publishing from './en/publishing.json' with { type: 'json' }
import records from './en/records.json' with { type: 'json' }
import streets from './en/streets.json' with { type: 'json' }
import sittings from './en/sittings.json' with { type: 'json' }
import several from './en/several.json' with { type: 'json' }
import sound from './en/sound.json' with { type: 'json' }
import timing from './en/timing.json' with { type: 'json' }
import town from './en/town.json' with { type: 'json' }
import turns from './en/turns.json' with { type: 'json' }
import validity from './en/validity.json' with { type: 'json' }
import venues from './en/venues.json' with { type: 'json' }
import venuesClosures from './en/venues-closures.json' with { type: 'json' }
import venuesPlan from './en/venues-plan.json' with { type: 'json' }
import venuesWays from './en/venues-ways.json' with { type: 'json' }
import venuesWords from './en/venues-words.json' with { type: 'json' }
import why from './en/why.json' with { type: 'json' }
import webhooks from './en/webhooks.json' with { type: 'json' }

/** Every text of the console in English. */
export const en = {
  ...accounts,
  ...calendar,
  ...calendarChange,
  ...captions,
  ...carry,
  ...common,
  ...content,
  ...desk,
  ...displays,
  ...drills,
  ...entry,
  ...faultRecords,
  ...faultWords,
  ...fleet,
  ...guide,
  ...languages,
  ...layouts,
  ...library,
  ...liveStreams,
  ...orderSeveral,
  ...policy,
  ...publishing,
  ...posters,
  ...preview,
  ...records,
  ...recordings,
  ...recurrence,
  ...several,
  ...streets,
  ...sittings,
  ...sound,
  ...timing,
  ...town,
  ...turns,
  ...validity,
  venues: { ...venues, ...venuesClosures, ...venuesPlan, ...venuesWays, ...venuesWords },
  ...why,
  ...webhooks,
}
