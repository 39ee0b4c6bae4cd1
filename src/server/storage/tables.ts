import type { ColumnType, Generated } from 'kysely'
import type { Geometry } from '#domain/areas/geometry.ts'
import type { Answers } from '#domain/categories/question.ts'
import type { WeeklyHours } from '#domain/clocks/working-calendar.ts'
import type { MailState } from '#domain/conversations/mail-state.ts'
import type { MessageKind, ProposedState } from '#domain/conversations/message.ts'
import type { ContactPoint } from '#domain/offices/contact-point.ts'
import type { OfficeKind } from '#domain/offices/office.ts'
import type { Role } from '#domain/people/actor.ts'
import type { EventActor, EventDetail, EventKind } from '#domain/reports/event.ts'
import type { Channel, ReportKind } from '#domain/reports/kind.ts'
import type { AuthorSaid, TermNotice } from '#domain/reports/report.ts'
import type { DeclineReason, Stage } from '#domain/reports/stage.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type {
  AccountId,
  ApiKeyId,
  AreaId,
  AttachmentId,
  AuthorId,
  CategoryId,
  DraftId,
  EventId,
  Id,
  MessageId,
  OfficeId,
  ReportId,
  TenantId,
} from '#domain/shared/id.ts'
import type { Link } from '#domain/shared/link.ts'
import type { Locale, Words } from '#domain/shared/words.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { AppointmentTables } from './tables/appointments.ts'
import type { BodyFileTables } from './tables/body-files.ts'
import type { BulkTables } from './tables/bulk.ts'
import type { CategoryTables } from './tables/categories.ts'
import type { CitizenTables } from './tables/citizens.ts'
import type { ConversationTables } from './tables/conversations.ts'
import type { DraftTables } from './tables/drafts.ts'
import type { FaqTables } from './tables/faqs.ts'
import type { GroupTables } from './tables/groups.ts'
import type { InboxTables } from './tables/inbox.ts'
import type { JobTables } from './tables/jobs.ts'
import type { Json } from './tables/json.ts'
import type { OfficeTables } from './tables/offices.ts'
import type { PeopleTables } from './tables/people.ts'
import type { RatingTables } from './tables/ratings.ts'
import type { ReplyDraftTables } from './tables/reply-drafts.ts'
import type { RoutingTables } from './tables/routing.ts'
import type { ServiceTables } from './tables/services.ts'
import type { SettingTables } from './tables/settings.ts'
import type { SupplierTables } from './tables/suppliers.ts'
import type { ViewTables } from './tables/views.ts'

/** PostgreSQL's big integers come out as text, ours all fit a number: the driver is told to make numbers of them. */
type BigInteger = number

/** Every table: what all that a body has rests on is here, what one subject added is in `tables/`. */
export type Tables = FoundationTables &
  AppointmentTables &
  BodyFileTables &
  BulkTables &
  CategoryTables &
  CitizenTables &
  ConversationTables &
  DraftTables &
  FaqTables &
  GroupTables &
  InboxTables &
  JobTables &
  OfficeTables &
  PeopleTables &
  RatingTables &
  ReplyDraftTables &
  RoutingTables &
  ServiceTables &
  SettingTables &
  SupplierTables &
  ViewTables

type FoundationTables = {
  installation: { name: string; value: string }
  tenant: { id: TenantId; slug: string; settings: Json<TenantSettings>; revision: number; created_at: Date }
  tenant_host: { host: string; tenant_id: TenantId }
  account: {
    id: AccountId
    email: string
    name: string
    password_hash: string | null
    created_at: Date
    /** The body that made it and keeps its name. */
    name_keeper_id: TenantId | null
  }
  session: { token_hash: string; account_id: AccountId; created_at: Date; seen_at: Date; expires_at: Date }
  password_token: { token_hash: string; account_id: AccountId; expires_at: Date; tenant_id: TenantId | null }
  counter: { tenant_id: TenantId; name: string; value: BigInteger }
  office: {
    tenant_id: TenantId
    id: OfficeId
    parent_id: OfficeId | null
    code: string
    name: Json<Words>
    competences: Json<Words>
    hours: Json<Words>
    opening: Json<WeeklyHours> | null
    desk: boolean
    email: string | null
    phone: string | null
    pec: string | null
    address: string | null
    longitude: number | null
    latitude: number | null
    access: Json<Words>
    documents: Json<readonly Link[]>
    kind: OfficeKind
    points: Json<readonly ContactPoint[]>
    active: boolean
  }
  membership: { tenant_id: TenantId; id: Id<'membership'>; account_id: AccountId; role: Role; office_id: OfficeId | null }
  area: {
    tenant_id: TenantId
    id: AreaId
    parent_id: AreaId | null
    code: string
    name: string
    geometry: Json<Geometry>
    position: number
    active: boolean
  }
  street: {
    tenant_id: TenantId
    id: Id<'street'>
    name: string
    search: string
    postcode: string | null
    line: Json<readonly (readonly [number, number])[]>
    first_number: number | null
    last_number: number | null
    longitude: number
    latitude: number
    extent: ColumnType<string, string, string>
  }
  author: {
    tenant_id: TenantId
    id: AuthorId
    first_name: string | null
    last_name: string | null
    email: string | null
    phone: string | null
    locale: Locale
    /** Kept by the database: what the same person is known by, however they wrote it. */
    email_key: ColumnType<string | null, never, never>
    phone_key: ColumnType<string | null, never, never>
    name_key: ColumnType<string | null, never, never>
  }
  report: {
    tenant_id: TenantId
    id: ReportId
    number: BigInteger
    submission_key: string
    kind: ReportKind
    category_id: CategoryId
    title: string
    description: string
    answers: Json<Answers>
    stage: Stage
    stage_since: Date
    routed_office_id: OfficeId
    owner_office_id: OfficeId | null
    owner_person_id: AccountId | null
    author_id: AuthorId | null
    recorded_by: AccountId | null
    api_key_id: ApiKeyId | null
    channel: Channel
    longitude: number | null
    latitude: number | null
    xy: ColumnType<{ x: number; y: number } | null, string | null, string | null>
    cell: BigInteger | null
    address: string | null
    area_id: AreaId | null
    consent: boolean
    moderation: Moderation
    held_back: boolean
    visible: boolean
    submitted_at: Date
    updated_at: Date
    first_reply_due: Date
    first_reply_at: Date | null
    resolution_due: Date
    paused_at: Date | null
    closed_at: Date | null
    author_waits_since: Date | null
    author_said: AuthorSaid | null
    term_notice: TermNotice
    notice_at: Date | null
    priority: number
    hand_overs: number
    stars: number | null
    lead_id: ReportId | null
    planned_for: string | null
    recipient: string | null
    decline_reason: DeclineReason | null
    duplicate_of: ReportId | null
    version: number
    /** Kept by the database: nothing is left to do. */
    closed: ColumnType<boolean, never, never>
    /** Kept by the database: 0 is the most pressing, 4 and more is closed. */
    pressing: ColumnType<number, never, never>
    fts: ColumnType<string, never, never>
  }
  report_observer: { tenant_id: TenantId; report_id: ReportId; office_id: OfficeId }
  report_event: {
    tenant_id: TenantId
    id: EventId
    report_id: ReportId
    kind: EventKind
    version: number
    at: Date
    actor: Json<EventActor>
    detail: Json<EventDetail>
  }
  message: {
    tenant_id: TenantId
    id: MessageId
    report_id: ReportId
    event_id: EventId
    kind: MessageKind
    text: string
    from_author: boolean
    account_id: AccountId | null
    channel: Channel
    at: Date
    moderation: Generated<Moderation>
    /** Of a note that is a proposed reply: whether it still waits for the desk. */
    proposed: ProposedState | null
  }
  attachment: {
    tenant_id: TenantId
    id: AttachmentId
    draft_id: DraftId | null
    report_id: ReportId | null
    message_id: MessageId | null
    enclosure_id: Id<'enclosure'> | null
    kind: 'photo' | 'document'
    storage_key: string
    name: string
    media_type: string
    bytes: number
    width: number | null
    height: number | null
    found_longitude: number | null
    found_latitude: number | null
    source_url: string | null
    moderation: Moderation
    from_author: boolean
    position: number
    at: Date
  }
  mail_log: {
    tenant_id: TenantId
    id: Id<'mail'>
    report_id: ReportId
    event_id: EventId
    template: EventKind
    address: string
    subject: string | null
    state: MailState
    message_id: string | null
    error: string | null
    claimed_at: Date | null
    recipient: Generated<'author' | 'staff' | 'supplier'>
    attempt: Generated<number>
    /** A later attempt arrived. */
    made_good: Generated<boolean>
    at: Date
  }
  api_key: {
    tenant_id: TenantId
    id: ApiKeyId
    name: string
    key_hash: string
    scopes: string[]
    created_at: Date
    revoked_at: Date | null
    used_at: Date | null
  }
  open311_update: {
    tenant_id: TenantId
    id: Id<'open311-update'>
    api_key_id: ApiKeyId
    report_id: ReportId
    event_id: EventId | null
    update_id: string
    at: Date
  }
}
