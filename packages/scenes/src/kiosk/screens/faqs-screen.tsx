import type { ReactElement } from 'react'
import { placeFacts } from '../building.ts'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Row, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'

/** よくある質問. */
export function FaqsScreen(): ReactElement {
  const { building, tell } = useKiosk()
  const { faqs } = building.kit.guide
  return (
    <div className="ak-screen" data-screen="faqs">
      <Title>
        <Word of="faqs" />
      </Title>
      {faqs.length === 0 ? (
        <Note>
          <Word of="noFaqs" />
        </Note>
      ) : (
        <ScrollList mark="faqs">
          <ul className="ak-rows">
            {faqs.map(({ id, question }) => (
              <Row
                key={id}
                testId="faq"
                title={<Said texts={question} />}
                onPress={() => tell({ type: 'opened', screen: { at: 'faq', id } })}
              />
            ))}
          </ul>
        </ScrollList>
      )}
    </div>
  )
}

/** A question with its answer, and where to go with it. */
export function FaqScreen({ id }: { id: string }): ReactElement {
  const { building, tell } = useKiosk()
  const faq = building.kit.guide.faqs.find((one) => one.id === id)
  const facts = faq?.placeId == null ? null : placeFacts(building.kit, faq.placeId)
  return (
    <div className="ak-screen" data-screen="faq">
      <Title>{faq === undefined ? <Word of="faqs" /> : <Said texts={faq.question} />}</Title>
      <ScrollList mark={id}>
        <Note kind="answer">{faq === undefined ? <Word of="noFaqs" /> : <Said texts={faq.answer} />}</Note>
      </ScrollList>
      {facts !== null && (
        <Press
          icon="go"
          kind="wide"
          main
          testId="faq-place"
          onPress={() => tell({ type: 'opened', screen: { at: 'place', id: facts.id, errandId: null } })}
        >
          <Word of="goThere" /> <Said texts={facts.name} />
        </Press>
      )}
    </div>
  )
}
