import accounts from './ja/accounts.json' with { type: 'json' }
import calendar from './ja/calendar.json' with { type: 'json' }
import calendarChange from './ja/calendar-change.json' with { type: 'json' }
import captions from './ja/captions.json' with { type: 'json' }
import carry from './ja/carry.json' with { type: 'json' }
import common from './ja/common.json' with { type: 'json' }
import content from './ja/content.json' with { type: 'json' }
import desk from './ja/desk.json' with { type: 'json' }
import displays from './ja/displays.json' with { type: 'json' }
import drills from './ja/drills.json' with { type: 'json' }
import entry from './ja/entry.json' with { type: 'json' }
import faultRecords from './ja/fault-records.json' with { type: 'json' }
import faultWords from './ja/fault-words.json' with { type: 'json' }
import fleet from './ja/fleet.json' with { type: 'json' }
import guide from './ja/guide.json' with { type: 'json' }
import languages from './ja/languages.json' with { type: 'json' }
import layouts from './ja/layouts.json' with { type: 'json' }
import library from './ja/library.json' with { type: 'json' }
import liveStreams from './ja/live-streams.json' with { type: 'json' }
import orderSeveral from './ja/order-several.json' with { type: 'json' }
import policy from './ja/policy.json' with { type: 'json' }
import posters from './ja/posters.json' with { type: 'json' }
import preview from './ja/preview.json' with { type: 'json' }
import recordings from './ja/recordings.json' with { type: 'json' }
import recurrence from './ja/recurrence.json' with { type: 'json' }
import publishing from './ja/publishing.json' with { type: 'json' }
import records from './ja/records.json' with { type: 'json' }
import streets from './ja/streets.json' with { type: 'json' }
import sittings from './ja/sittings.json' with { type: 'json' }
import several from './ja/several.json' with { type: 'json' }
import sound from './ja/sound.json' with { type: 'json' }
import timing from './ja/timing.json' with { type: 'json' }
import town from './ja/town.json' with { type: 'json' }
import turns from './ja/turns.json' with { type: 'json' }
import validity from './ja/validity.json' with { type: 'json' }
import venues from './ja/venues.json' with { type: 'json' }
import venuesClosures from './ja/venues-closures.json' with { type: 'json' }
import venuesPlan from './ja/venues-plan.json' with { type: 'json' }
import venuesWays from './ja/venues-ways.json' with { type: 'json' }
import venuesWords from './ja/venues-words.json' with { type: 'json' }
import why from './ja/why.json' with { type: 'json' }
import webhooks from './ja/webhooks.json' with { type: 'json' }

/** Every text of the console in Japanese, which defines the keys; a file for each part of the console. */
export const ja = {
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
